import type { Server } from 'node:http'
import net from 'node:net'

/** Connections that are open but idle get this long to send what they were about to. */
const IDLE_MS = 500
/** A request that takes longer than this is given up; process managers kill after 10 s. */
const FINISH_MS = 8_000

/**
 * Stops a server so that no request fails: the port is given up at once, requests under way are answered and told
 * `Connection: close`, and connections go as they fall idle.
 */
export async function closeGently(server: Server, idleMs = IDLE_MS): Promise<void> {
  // http.Server's own close() also destroys idle connections at once: a request just on its way would be reset.
  const closed = new Promise<void>((resolve) => server.once('close', resolve))
  net.Server.prototype.close.call(server)
  const sweep = setTimeout(() => {
    server.closeIdleConnections()
  }, idleMs)
  const again = setInterval(() => server.closeIdleConnections(), IDLE_MS + idleMs)
  const giveUp = setTimeout(() => server.closeAllConnections(), FINISH_MS)
  await closed
  clearTimeout(sweep)
  clearInterval(again)
  clearTimeout(giveUp)
}

/** From the moment `isStopping` says so, each answer asks its connection to close. */
export function closeWhenStopping(server: Server, isStopping: () => boolean): void {
  server.prependListener('request', (_req, res) => {
    if (isStopping()) res.shouldKeepAlive = false
  })
}
