/** FNV-1a over UTF-16 units, 32 bits with a sign: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** Folded to 24 bits: two of 300,000 words rarely meet, and one number holds hash and weight. */
export function hashTerm(term: string): number {
  const hash = hashText(term)
  return ((hash >>> 24) ^ hash) & 0xffffff
}

/** One number of 32 bits for two neighbouring terms, in their order. */
export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) >>> 0
}
