/**
 * The address of the reader's machine. Each proxy appends whom it heard from to X-Forwarded-For, so with
 * `trustProxy` proxies of our own in front, the entry that many from the right is the last one we can believe;
 * whatever stands to its left, a client may have written itself.
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
