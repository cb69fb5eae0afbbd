import { knownWord } from '@/lib/article/terms'
import { visitWords } from '@/lib/article/word-spans'

/** The telling terms of one sentence, weighted by how few of its article's sentences have them. */
export type SentenceVector = { weights: Map<string, number>; norm: number; words: number }

/** The terms of a text without the words that only join sentences, and how many words it has in all. */
export function tellingTerms(text: string, lang?: string): { terms: string[]; words: number } {
  const found: string[] = []
  let count = 0
  visitWords(text, lang, (word) => {
    count += 1
    const { term, joins } = knownWord(word, lang)
    if (term !== '' && !joins) found.push(term)
  })
  return { terms: found, words: count }
}

/** One vector for each text, log-tf times the idf among these texts, not yet divided by its norm. */
export function sentenceVectors(texts: readonly string[], lang?: string): SentenceVector[] {
  const read = texts.map((text) => tellingTerms(text, lang))
  const holders = new Map<string, number>()
  for (const { terms } of read)
    for (const term of new Set(terms)) holders.set(term, (holders.get(term) ?? 0) + 1)
  return read.map(({ terms, words }) => {
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    const weights = new Map<string, number>()
    for (const [term, count] of counts) {
      const idf = Math.log(1 + texts.length / (holders.get(term) ?? 1))
      weights.set(term, (1 + Math.log(count)) * idf)
    }
    return { weights, norm: normOf(weights), words }
  })
}

const normOf = (weights: Map<string, number>) =>
  Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))

/** The sum of vectors, each of length one: what the article as a whole is about. */
export function centroid(vectors: readonly SentenceVector[]): SentenceVector {
  const weights = new Map<string, number>()
  for (const vector of vectors)
    for (const [term, weight] of vector.weights)
      weights.set(term, (weights.get(term) ?? 0) + weight / vector.norm)
  return { weights, norm: normOf(weights), words: 0 }
}

/** Likeness from 0 to 1. */
export function cosine(a: SentenceVector, b: SentenceVector): number {
  if (a.norm === 0 || b.norm === 0) return 0
  const [few, many] = a.weights.size < b.weights.size ? [a, b] : [b, a]
  let dot = 0
  for (const [term, weight] of few.weights) dot += weight * (many.weights.get(term) ?? 0)
  return dot / (a.norm * b.norm)
}
