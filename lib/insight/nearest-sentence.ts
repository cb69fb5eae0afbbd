import type { Compared } from './compare-passage'
import type { EnglishQuestion } from './question/english-question'
import { termsOfSentence } from './sentence-terms'

/** A sentence about a name in a question that nothing answers. */
export type Nearest<Sentence> = { of: string; sentence: Sentence }

/** Further down no sentence has much of a question. */
const MOST_READ = 20

/** Of the ranked sentences the first that has a whole name of the question. */
export function nearestSentence(
  { names, excluded }: EnglishQuestion,
  ranked: readonly Compared[],
): Nearest<Compared> | undefined {
  const asked = names.filter(({ terms }) => terms.every((term) => !excluded.has(term)))
  for (const sentence of ranked.slice(0, MOST_READ)) {
    const { counts } = termsOfSentence(sentence.text)
    const named = asked.find(({ terms }) => terms.every((term) => counts.has(term)))
    if (named) return { of: named.surface, sentence }
  }
  return undefined
}
