import { quoted } from '@/lib/language/quoted-term'
import type { QueryWord } from './query-words'

/** Any of these terms, or rows of terms apart by spaces, quoted so that none is an operator; '' for none. */
export const anyOf = (terms: readonly string[]) => [...new Set(terms)].map(quoted).join(' OR ')

/**
 * A search as an expression of SQLite's FTS5. `phrases` and `without` are rows of terms, in each of the forms in which
 * they may be indexed. Undefined when there is nothing to look for.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function textExpression(
  words: readonly QueryWord[],
  phrases: readonly string[][],
  without: readonly string[][],
): string | undefined {
  const looked = anyOf(words.flatMap(({ terms }) => terms))
  const required = phrases
    .filter((forms) => forms.length > 0)
    .map((forms) => `(${anyOf(forms)})`)
    .join(' AND ')
  const wanted =
    required === '' || looked === ''
      ? required || looked
      : // The words are optional beside phrases, but count where they are.
        `(${required}) AND (${required} OR ${looked})`
  const unwanted = anyOf(without.flat())
  if (wanted === '') return undefined
  return unwanted === '' ? wanted : `(${wanted}) NOT (${unwanted})`
}
