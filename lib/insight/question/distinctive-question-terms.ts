import { termsInAnyLanguage } from './question'

/** Full-text search looks up this many terms at most: the rarest a question has. */
const MOST_TERMS = 12
/** Rows that it may walk through in all, two microseconds each; a common term is left out rather than walked through. */
const MOST_ROWS = 8_000

/**
 * The terms by which to look for articles that may hold the answer, rarest first.
 */
export function distinctiveQuestionTerms(
  question: string,
  languages: readonly string[],
  rowsOf: (term: string) => number,
): string[] {
  const ranked = termsInAnyLanguage(question, languages)
    .map((term) => ({ term, rows: rowsOf(term) }))
    .sort((a, b) => a.rows - b.rows)
  let walked = 0
  return ranked
    .slice(0, MOST_TERMS)
    .filter(({ rows }, i) => {
      walked += rows
      return i === 0 || walked <= MOST_ROWS
    })
    .map(({ term }) => term)
}
