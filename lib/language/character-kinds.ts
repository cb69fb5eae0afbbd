/** What a character is to the splitter of words. */
export const BREAK = 1
export const LETTER = 2
export const DIGIT = 3
/** Letters of scripts that put no spaces between words. */
export const UNSPACED = 4
export const APOSTROPHE = 5
/** Characters without a width inside a word: soft hyphen, joiners. */
export const IGNORED = 6

const UNSPACED_LETTER =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u
/** Marks of these scripts; by script alone, since marks for any letter extend to many scripts. */
const UNSPACED_MARK = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\u3099\u309A]/u

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint)
  if (/['’‘ʼ＇]/u.test(character)) return APOSTROPHE
  if (/[\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(character)) return IGNORED
  if (!/[\p{L}\p{M}\p{N}]/u.test(character)) return BREAK
  if (/[\u{20D0}-\u{20FF}\u{FE00}-\u{FE0F}]/u.test(character)) return BREAK
  if (/\p{L}/u.test(character) ? UNSPACED_LETTER.test(character) : UNSPACED_MARK.test(character))
    return UNSPACED
  return /\p{Nd}/u.test(character) ? DIGIT : LETTER
}

/** Kinds of the characters of the Basic Multilingual Plane met so far; 0 is one not met yet. */
const known = new Uint8Array(0x10000)

/** The kind of the character that starts at `index`, which must lie inside the text. */
export function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (unit < 0xd800 || unit > 0xdfff) {
    let kind = known[unit] ?? 0
    if (kind === 0) {
      kind = classify(unit)
      known[unit] = kind
    }
    return kind
  }
  const codePoint = text.codePointAt(index) ?? unit
  return codePoint > 0xffff ? classify(codePoint) : BREAK
}

/** UTF-16 units of the character that starts at `index`. */
export function widthAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (unit < 0xd800 || unit > 0xdbff) return 1
  const next = text.charCodeAt(index + 1)
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1
}

/** The kind of the character at `index`, which may lie outside the text. */
export const kindAround = (text: string, index: number) =>
  index >= 0 && index < text.length ? kindAt(text, index) : BREAK

export const isInside = (kind: number) => kind === LETTER || kind === DIGIT

/** Whether the character is a letter or digit of a spaced script. */
export const startsWord = (text: string, index: number) => isInside(kindAround(text, index))
