/** An article's headline, and when it was published. */
type Dated = { title: string; published: Date }

/** A translation follows within this many hours; a later article is a story of its own. */
const LONGEST_HOURS = 72
/** A single digit may refer to anything: 5 dead, 5 elected. */
const FEWEST_DIGITS = 2

/**
 * Whether an article in another language is probably a translation of this one: it was published at the same time, and its
 * headline has the same numbers and, if one of the two is in another script, the same Latin words. If an editor says so in
 * the front matter (`translationOf`), that decides.
 */
export function mayBeTranslation(a: Dated, b: Dated): boolean {
  const hours = Math.abs(a.published.getTime() - b.published.getTime()) / 3_600_000
  if (hours > LONGEST_HOURS) return false
  const [numbers, others] = [numbersIn(a.title), numbersIn(b.title)]
  if (numbers !== others) return false
  const [words, otherWords] = [latinIn(a.title), latinIn(b.title)]
  const fewer = words.size <= otherWords.size ? words : otherWords
  const more = fewer === words ? otherWords : words
  const isMixed = hasOtherLetters(a.title) !== hasOtherLetters(b.title)
  const sharesWords = isMixed && fewer.size > 0 && [...fewer].every((word) => more.has(word))
  const enough = numbers.replace(/\P{Nd}/gu, '').length >= FEWEST_DIGITS
  return isMixed && fewer.size > 0 ? sharesWords : enough
}

const numbersIn = (title: string) =>
  (title.normalize('NFKC').match(/\p{Nd}(?:[\p{Nd}.,:]*\p{Nd})?/gu) ?? []).sort().join(' ')

const latinIn = (title: string) =>
  new Set(
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{sc=Latn}\p{M}]{2,}/gu),
  )

const hasOtherLetters = (title: string) => /(?!\p{sc=Latn})\p{L}/u.test(title)
