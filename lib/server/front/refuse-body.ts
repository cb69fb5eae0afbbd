import type { ServerResponse } from 'node:http'

/** A client that keeps sending after a refusal gets this long, and may send this much, before it is cut off. */
const LINGER_MS = 2_000
const LINGER_BYTES = 8 * 1024 * 1024

/**
 * Ends an answer to a request whose body nobody wants. Closing while bytes still come in would make the kernel reset
 * the connection, and the client see an error instead of the answer: so what comes is thrown away for a moment. Must
 * be called after the head was written with `Connection: close` and a length.
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
