import type { IncomingMessage, ServerResponse } from 'node:http'

/** A client that keeps sending after a refusal gets this long to read the answer before it is cut off. */
const LINGER_MS = 2_000
const LINGER_BYTES = 4 * 1024 * 1024

/**
 * Lets a refusal be read although its request isn't: closing while bytes still come in makes the kernel reset the
 * connection, and the client sees an error instead of the 413. The body is thrown away for a moment, then it ends.
 */
export function discardBody(req: IncomingMessage, res: ServerResponse): void {
  if (req.complete) return
  res.shouldKeepAlive = false
  let bytes = 0
  const cutOff = setTimeout(() => req.destroy(), LINGER_MS)
  req.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > LINGER_BYTES) req.destroy()
  })
  req.on('close', () => clearTimeout(cutOff))
}
