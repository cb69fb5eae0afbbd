import { DIGIT, kindAt, LETTER, UNSPACED, widthAt } from './character-kinds'

/** Adults read English prose silently at about 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_PER_MINUTE = 238

/** Japanese and Chinese write without spaces; about two characters count as one word in reading time. */
const CHARACTERS_PER_WORD = 2

const UNSPACED_LETTERS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

const ANY_UNSPACED = /[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/

const INSIDE_WORDS = new Set([LETTER, DIGIT, UNSPACED])

/** Words of plain text. Where a script has no spaces, every two characters count as one word. */
export function countWords(text: string): number {
  if (!ANY_UNSPACED.test(text)) return countSpaced(text)
  const characters = text.match(UNSPACED_LETTERS)?.length ?? 0
  return (
    countSpaced(text.replace(UNSPACED_LETTERS, ' ')) + Math.ceil(characters / CHARACTERS_PER_WORD)
  )
}

/** Runs without white space that hold a letter or a digit. */
function countSpaced(text: string): number {
  let count = 0
  let counted = false
  for (let i = 0; i < text.length; i += widthAt(text, i)) {
    if (isSpace(text.charCodeAt(i))) counted = false
    else if (!counted && INSIDE_WORDS.has(kindAt(text, i))) {
      counted = true
      count++
    }
  }
  return count
}

const isSpace = (unit: number) =>
  unit === 32 || (unit > 8 && unit < 14) || (unit > 127 && /\s/.test(String.fromCharCode(unit)))

/** Whole minutes, at least one. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE))
}
