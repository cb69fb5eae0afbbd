/** Stemming changes the ends of words, never more of their first letters than the last of four. */
const PREFIX = 4
/** Marks inside a word that folding leaves out: e-mail, U.N., o'clock. */
const INSIDE = "[-.'’]?"

/** Terms that words of other letters fold to, so that no prefix finds them. */
const OTHER_SPELLINGS = new Map([
  ['usa', 'u\\.?s'],
  ['whoabbr', 'who'],
  ['itabbr', 'it'],
  ['man', 'm[ae]n'],
])

export type Prefilter = (text: string) => boolean

/**
 * A quick test that a text may hold one of these terms. It lets a little too much through and holds nothing back that
 * has one: reading every word of fifty articles takes ten times as long.
 */
export function prefilterFor(terms: readonly string[]): Prefilter {
  if (terms.length === 0) return () => false
  const pattern = new RegExp([...new Set(terms.map(prefixOf))].join('|'), 'i')
  return (text) => pattern.test(text) || !IS_PLAIN.test(text)
}

/** The part of a question's weight that its heaviest terms must make up, so that the others alone answer nothing. */
const HEAVY_SHARE = 0.75

/** The heaviest terms of a question: a paragraph without any of them holds no answer, unless its title has one. */
export function heaviestTerms(
  terms: readonly string[],
  weight: (term: string) => number,
): string[] {
  const ranked = [...new Set(terms)].sort((a, b) => weight(b) - weight(a))
  const total = ranked.reduce((sum, term) => sum + weight(term), 0)
  let left = HEAVY_SHARE * total
  return ranked.filter((term) => {
    const needed = left > 0
    left -= weight(term)
    return needed
  })
}

/** Letters with accents are folded before they are compared: such texts pass. */
const IS_PLAIN = /^[\p{ASCII}’‘“”–—…]*$/u

function prefixOf(term: string): string {
  const special = OTHER_SPELLINGS.get(term)
  if (special !== undefined) return special
  if (/^\p{N}/u.test(term)) return term.charAt(0)
  const letters = Array.from(term).slice(0, Math.max(1, Math.min(PREFIX, term.length - 1)))
  return letters.join(INSIDE)
}
