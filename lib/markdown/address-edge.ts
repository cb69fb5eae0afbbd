import {
  classifyCharacter,
  isCjk,
  isSpaceOrPunctuation,
} from 'micromark-extension-cjk-friendly-util'

/** Quotation marks and ellipses: no address contains them, and a sentence often ends with one. */
const CLOSING = /[“”‘’„‚«»‹›…]/

/** Half of a Han letter beyond the Basic Multilingual Plane. */
const isRareHan = (unit: number) => unit >= 0xd840 && unit <= 0xd8bf

/** The start of an address whose domain may continue with letters of any script: https://例え.jp. */
const OPEN_DOMAIN = /^(?:https?:\/\/|www\.)(?:[^/?#]*[^\x21-\x7f])?$|^[^/?#]*(?:\/\/[^/?#]*)?\.$/i

/** "https://" and the longest possible domain (RFC 1035). */
const MAX_DOMAIN = 8 + 253

/**
 * Whether a bare address ends before a UTF-16 unit; `before` is the address so far. Japanese, Chinese and Korean put no
 * space after an address: "https://example.com/をご覧ください。" An address with such letters in its path must be written `<…>`.
 */
export function endsAddress(unit: number, before: () => string): boolean {
  if (unit < 0x80) return false
  if (CLOSING.test(String.fromCharCode(unit))) return true
  const kind = classifyCharacter(unit)
  if (!isRareHan(unit) && !isCjk(kind)) return false
  if (isSpaceOrPunctuation(kind)) return true
  const address = before()
  return address.length > MAX_DOMAIN || !OPEN_DOMAIN.test(address)
}
