import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** A character reference, matched at its start. */
export const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{0,30}));/y

/** Code points that no reference may produce. */
const FORBIDDEN = /(?![\t\n\f\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u

/** The characters of a reference that `REFERENCE` matched; undefined when it names none. */
export function referenced([, decimal, hex, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return decodeNamedCharacterReference(name) || undefined
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  const character = code > 0x10ffff ? '' : String.fromCodePoint(code)
  return character === '' || FORBIDDEN.test(character) ? '\ufffd' : character
}

/** An address or a title with its backslashes and references resolved. */
export function decodeString(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&[#a-zA-Z0-9]+;/g, (whole, escaped?: string) => {
    if (escaped !== undefined) return escaped
    REFERENCE.lastIndex = 0
    const found = REFERENCE.exec(whole)
    return (found && referenced(found)) ?? whole
  })
}
