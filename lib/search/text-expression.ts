import type { Plan } from './plan-terms'

const quoted = (term: string) => `"${term.replaceAll('"', '""')}"`
const anyOf = (terms: readonly string[]) => terms.map(quoted).join(' OR ')

/**
 * A search as an expression of SQLite's FTS5, whose every term is quoted and so no operator. `phrases` and `without`
 * are terms in a row, in each of the forms in which they may be indexed. Undefined when there is nothing to look for.
 * https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function textExpression(
  plan: Pick<Plan, 'words' | 'headlinesOnly'>,
  phrases: readonly string[][],
  without: readonly string[][],
): string | undefined {
  const words = anyOf([...new Set(plan.words.flatMap(({ terms }) => terms))])
  const looked = words !== '' && plan.headlinesOnly ? `{title labels} : (${words})` : words
  const required = phrases
    .filter((forms) => forms.length > 0)
    .map((forms) => `(${anyOf(forms)})`)
    .join(' AND ')
  const wanted =
    required === '' || looked === ''
      ? required || looked
      : // The words are optional beside phrases, but count where they are.
        `(${required}) AND (${required} OR ${looked})`
  const unwanted = excludedExpression(without)
  if (wanted === '') return undefined
  return unwanted === undefined ? wanted : `(${wanted}) NOT (${unwanted})`
}

/** What fits this is left out. */
export function excludedExpression(without: readonly string[][]): string | undefined {
  return anyOf(without.flat()) || undefined
}
