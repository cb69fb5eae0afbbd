/**
 * C0 control characters except tab and line feed, DEL, and the two code points that XML forbids. For C1 see
 * misread-characters.ts.
 */
const CONTROL = String.raw`\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff`

/** Bidirectional embeddings, overrides and isolates: they make text look different from what is stored (CVE-2021-42574). */
const BIDI = String.raw`\u202a-\u202e\u2066-\u2069`

const FORBIDDEN = new RegExp(`[${CONTROL}${BIDI}]`)
const IS_BIDI = new RegExp(`[${BIDI}]`)

/** Under the `u` flag a surrogate pair is one character, so this matches only lone surrogates. */
const LONE_SURROGATE = /\p{Surrogate}/u

export type ForbiddenCharacter = { index: number; problem: string; fix: string }

/** An editor can fix this many one by one; a file with more isn't text. */
const MOST_TOLD = 50

/** The first character of `text` that no article may contain, or undefined. Line ends are already LF. */
export function forbiddenCharacter(text: string): ForbiddenCharacter | undefined {
  const index = text.search(FORBIDDEN)
  if (index !== -1) {
    const character = text.charAt(index)
    const name = IS_BIDI.test(character) ? 'bidirectional control' : 'control character'
    return {
      index,
      problem: `holds the ${name} ${codePoint(character)}, which nobody sees`,
      fix: 'delete it',
    }
  }
  const lone = text.search(LONE_SURROGATE)
  return lone === -1
    ? undefined
    : {
        index: lone,
        problem: `holds half a character, ${codePoint(text.charAt(lone))}`,
        fix: 'delete it',
      }
}

/** All of them in order, up to MOST_TOLD, so that fixing the first doesn't reveal the next one only in the next run. */
export function forbiddenCharacters(text: string): ForbiddenCharacter[] {
  const found: ForbiddenCharacter[] = []
  let first = forbiddenCharacter(text)
  while (first !== undefined && found.length < MOST_TOLD) {
    found.push(first)
    const next = first.index + 1
    const after = forbiddenCharacter(text.slice(next))
    first = after && { ...after, index: after.index + next }
  }
  return found
}

/** `U+202E` */
export function codePoint(character: string): string {
  const value = character.codePointAt(0) ?? 0
  return `U+${value.toString(16).toUpperCase().padStart(4, '0')}`
}
