/**
 * Asks again only once the last answer is older than this: callers in between share that answer, or wait for it together.
 */
export function knownFor<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined
  const forget = () => {
    known = undefined
  }
  return () => {
    known ??= ask().finally(() => setTimeout(forget, ms).unref())
    return known
  }
}
