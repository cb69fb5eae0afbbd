import { knownWord } from '@/lib/language/terms'
import { visitWords } from '@/lib/language/word-spans'

/**
 * The telling terms of one sentence by their numbers among those of its text, each once, weighted by how few of the
 * text's sentences have them.
 */
export type SentenceVector = {
  terms: readonly number[]
  weights: readonly number[]
  norm: number
  /** Of the sentence, telling or not. */
  words: number
}

/** One number for each term of a text. */
export type DenseVector = { weights: Float64Array; norm: number }

/** The sentences of a text as vectors, and the numbers of its terms. */
export type TextVectors = { sentences: SentenceVector[]; numbers: ReadonlyMap<string, number> }

/** The terms of a text without the words that only join sentences, and how many words it has in all. */
export function distinctiveTerms(text: string, lang?: string): { terms: string[]; words: number } {
  const found: string[] = []
  let count = 0
  visitWords(text, lang, (word) => {
    count += 1
    const { term, joins } = knownWord(word, lang)
    if (term !== '' && !joins) found.push(term)
  })
  return { terms: found, words: count }
}

/** One vector for each sentence, log-tf times the idf among these sentences, not yet divided by its norm. */
export function sentenceVectors(texts: readonly string[], lang?: string): TextVectors {
  const numbers = new Map<string, number>()
  const holders: number[] = []
  const counted = texts.map((text) => {
    const { terms, words } = distinctiveTerms(text, lang)
    const counts = countTerms(terms, numbers)
    for (const term of counts.terms) holders[term] = (holders[term] ?? 0) + 1
    return { ...counts, words }
  })
  const sentences = counted.map(({ terms, counts, words }) => {
    const weights = terms.map((term, i) => {
      const idf = Math.log(1 + texts.length / (holders[term] ?? 1))
      return (1 + Math.log(counts[i] ?? 1)) * idf
    })
    return { terms, weights, norm: normOf(weights), words }
  })
  return { sentences, numbers }
}

/** The numbers of these terms, each once, and how often each occurs; new ones are given to terms that have none. */
function countTerms(texts: readonly string[], numbers: Map<string, number>) {
  const terms: number[] = []
  const counts: number[] = []
  for (const text of texts) {
    const known = numbers.get(text)
    const term = known ?? numbers.size
    if (known === undefined) numbers.set(text, term)
    const place = known === undefined ? -1 : terms.indexOf(term)
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
    else {
      terms.push(term)
      counts.push(1)
    }
  }
  return { terms, counts }
}

function normOf(weights: Iterable<number>): number {
  let squares = 0
  for (const weight of weights) squares += weight * weight
  return Math.sqrt(squares)
}

/** The sum of a text's sentences, each of length one: what the text as a whole is about. */
export function centroid({ sentences, numbers }: TextVectors): DenseVector {
  const sum = new Float64Array(numbers.size)
  for (const { terms, weights, norm } of sentences) {
    if (norm === 0) continue
    terms.forEach((term, i) => {
      sum[term] = (sum[term] ?? 0) + (weights[i] ?? 0) / norm
    })
  }
  return { weights: sum, norm: normOf(sum) }
}

/** The same vector for comparing it with many: a number for each of the text's terms. */
export function dense({ terms, weights, norm }: SentenceVector, numbers: { size: number }) {
  const all = new Float64Array(numbers.size)
  terms.forEach((term, i) => {
    all[term] = weights[i] ?? 0
  })
  return { weights: all, norm }
}

/** Likeness from 0 to 1. */
export function cosine({ terms, weights, norm }: SentenceVector, other: DenseVector): number {
  if (norm === 0 || other.norm === 0) return 0
  let dot = 0
  for (let i = 0; i < terms.length; i++)
    dot += (weights[i] ?? 0) * (other.weights[terms[i] ?? 0] ?? 0)
  return dot / (norm * other.norm)
}
