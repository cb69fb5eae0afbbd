/**
 * The address of the reader's machine. Each proxy appends the address that it got the request from to X-Forwarded-For, so
 * with `trustProxy` proxies of our own in front, we can trust the entry that many from the right; a client may have written
 * everything to its left.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trustProxy: number,
): string {
  const chain = (forwardedFor ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const believed = [...chain, remote ?? ''].at(-1 - trustProxy) ?? chain[0] ?? remote ?? ''
  return believed.replace(/^::ffff:/i, '')
}
