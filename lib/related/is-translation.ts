/** What a headline says of an article, and when. */
type Dated = { title: string; published: Date }

/** A translation follows in these many hours, or it is a story of its own. */
const LONGEST_HOURS = 72
/** One figure may be of anything: 5 dead, 5 elected. */
const FEWEST_DIGITS = 2

/**
 * Whether an article in another language is likely to be a translation of this one: it came out at the same time, and its
 * headline has the same numbers, and the same Latin words where one of the two is written in other letters. An editor who
 * says so in its front matter (`translationOf`) is believed in any case.
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
