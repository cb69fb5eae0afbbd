/**
 * U+0080 to U+009F: control characters that no text contains, but that appear when a program reads Windows-1252 as Latin-1.
 */
const C1 = /[\u0080-\u009f]/

/** The same, and what becomes of UTF-8 read as Latin-1: three characters for a dash or a quotation mark, two for an É. */
const MISREAD = /\u00e2\u0080[\u0080-\u00bf]|\u00c3[\u0080-\u009f]|[\u0080-\u009f]/g

/** `meant` is empty for the five bytes that stand for no character. */
export type Misread = { index: number; found: string; meant: string }

export function misreadCharacters(text: string): Misread[] {
  if (!C1.test(text)) return []
  return [...text.matchAll(MISREAD)].map(({ index, 0: found }) => {
    return { index, found, meant: meantBy(found) }
  })
}

/**
 * The text with the characters that were meant, as browsers read such numbers in HTML (`&#151;`). Bytes that stand for no
 * character stay.
 */
export function asMeant(text: string): string {
  return C1.test(text) ? text.replace(MISREAD, (found) => meantBy(found) || found) : text
}

/** The same, but without the bytes that stand for no character. */
export function withoutMisread(text: string): string {
  return C1.test(text) ? text.replace(MISREAD, meantBy) : text
}

/** Windows-1252 from 0x80 on (https://encoding.spec.whatwg.org/index-windows-1252.txt): Node 20 decodes it as Latin-1. */
const WINDOWS = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ']

function meantBy(found: string): string {
  const bytes = Uint8Array.from(found, (character) => character.charCodeAt(0))
  if (bytes.length > 1) return new TextDecoder().decode(bytes)
  return WINDOWS[(bytes[0] ?? 0) - 0x80]?.trim() ?? ''
}

const NAMES: Record<string, string> = {
  '–': 'an en dash',
  '—': 'an em dash',
  '‘': 'an opening single quotation mark',
  '’': 'an apostrophe',
  '“': 'an opening quotation mark',
  '”': 'a closing quotation mark',
  '…': 'an ellipsis',
  '•': 'a bullet',
}

/** `an em dash (—)` */
export const nameOfCharacter = (character: string) => {
  const name = NAMES[character]
  return name === undefined ? character : `${name} (${character})`
}
