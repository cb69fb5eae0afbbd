/** Letters that stay one letter under Unicode decomposition, and what readers type for them. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}

/** Accents, and vowel points of Hebrew and Arabic. In й, ў and ї the mark makes another letter, which has a key of its own. */
const MARKS =
  /[\u0300-\u0305\u0307\u0309-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]|(?<![иу])\u0306|(?<!і)\u0308/gu

/** What English adds to a word with an apostrophe: the minister's, they've, she'd. */
const CLITIC = /['’‘ʼ＇](?:s|d|ll|ve|re|m)$/iu

/** Enough for the vocabulary of a large archive; the map starts afresh beyond it, so memory stays bounded. */
const MAX_KEPT = 200_000
const kept = new Map<string, string>()

function fold(raw: string): string {
  const bare = raw.replace(CLITIC, '')
  const number = /^\p{Nd}/u.test(bare)
  const lower = (number ? bare.replace(/(\p{Nd})[.](\p{Nd})/u, '$1d$2') : bare)
    .normalize('NFKC')
    .toLowerCase()
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[ßæœøđðþłħıς]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/**
 * One word as it is compared: Unicode NFKC, lower case, accents off (also Arabic and Hebrew vowel points),
 * without apostrophes, hyphens and the English 's. `6.1` becomes `6d1` and `1,000` `1000`, so that a word is
 * letters, marks and digits only and no full-text tokenizer can take it apart.
 */
export function foldWord(raw: string): string {
  // Most words of English: telling so is quicker than looking one up in a large map.
  if (isPlain(raw)) return raw.toLowerCase()
  const found = kept.get(raw)
  if (found !== undefined) return found
  if (kept.size >= MAX_KEPT) kept.clear()
  const word = fold(raw)
  kept.set(raw, word)
  return word
}

/** Whether a word is made of the letters A to Z alone. */
function isPlain(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const letter = raw.charCodeAt(i) | 32
    if (letter < 97 || letter > 122) return false
  }
  return true
}
