import type { Server } from 'node:http'
import net from 'node:net'

/** Open but idle connections get this long to send a request that is on its way. */
const IDLE_MS = 500
/** A request that takes longer than this is given up; process managers kill after 10 s. */
const FINISH_MS = 8_000

/**
 * Stops a server without failing a request: it stops listening at once, answers requests in progress with `Connection:
 * close`, and closes connections as they become idle.
 */
export async function closeGently(server: Server, idleMs = IDLE_MS): Promise<void> {
  // http.Server's own close() also destroys idle connections at once, which would reset a request on its way.
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

/** From the moment that `isStopping` returns true, each answer asks its connection to close. */
export function closeWhenStopping(server: Server, isStopping: () => boolean): void {
  server.prependListener('request', (_req, res) => {
    if (isStopping()) res.shouldKeepAlive = false
  })
}
