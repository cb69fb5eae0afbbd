import type { ServerResponse } from 'node:http'

/**
 * A client that continues to send after a refusal gets this much time, and may send this many bytes, before the connection
 * is cut.
 */
const LINGER_MS = 2_000
const LINGER_BYTES = 8 * 1024 * 1024

/**
 * Ends an answer to a request whose body nobody wants. Closing while bytes still arrive would make the kernel reset the
 * connection, and the client would see an error, not the answer: so incoming bytes are discarded for a short time. Call it
 * after writing the head with `Connection: close` and a length.
 */
export function endUnread(res: ServerResponse, body: string): void {
  const { req } = res
  res.write(body)
  const end = () => {
    clearTimeout(patience)
    res.end()
  }
  const patience = setTimeout(end, LINGER_MS)
  let bytes = 0
  req.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes > LINGER_BYTES) end()
  })
  req.on('end', end)
  req.on('error', end)
  res.on('close', () => clearTimeout(patience))
}
