import { hashPair } from '@/lib/language/term-hash'
import type { TermVector } from '@/lib/language/term-vector'

/** A vector prepared for repeated comparisons. */
export type Comparable = {
  vector: TermVector
  /** log(1 + weight) of each term, and the length of them all as a vector. */
  logs: Float32Array
  norm: number
  pairs: Uint32Array
}

export function makeComparable(vector: TermVector): Comparable {
  const { terms, weights, pairs: at } = vector
  const logs = new Float32Array(terms.length)
  let squares = 0
  for (let i = 0; i < terms.length; i++) {
    const log = LOGS[weights[i] ?? 0] ?? 0
    logs[i] = log
    squares += log * log
  }
  const pairs = new Uint32Array(at.length / 2)
  for (let i = 0; i < pairs.length; i++)
    pairs[i] = hashPair(terms[at[i * 2] ?? 0] ?? 0, terms[at[i * 2 + 1] ?? 0] ?? 0)
  return { vector, logs, norm: Math.sqrt(squares), pairs }
}

/** log(1 + weight) for every possible weight. */
const LOGS = Array.from({ length: 256 }, (_, weight) => Math.log1p(weight))
