/** A word as it is printed and as it is compared. */
export type Token = {
  /** Two words with equal keys are the same, whatever their typography. Never empty. */
  key: string
  text: string
  /**
   * `spaced`: white space, or the start of the text, comes before it; `followed`: white space, or the end, comes after it.
   */
  spaced: boolean
  followed: boolean
}

/** Marks with the same meaning: straight, curly, angled, single, double and East Asian quotation marks. */
const QUOTES = /["'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇]/u
const DASHES = /[-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\uff0d]/u

/** Scripts without spaces between words, which are compared letter by letter. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]\p{M}*/u

/** Characters that are invisible in print: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu

/**
 * In this order: a dash directly before a number, with no word before it, is a minus; other dashes and quotation marks are
 * separate pieces; an apostrophe within a word belongs to it.
 */
const PIECE = new RegExp(
  [
    `(?<minus>(?<![\\p{L}\\p{N}])${DASHES.source}(?=\\p{N}))`,
    `(?<dash>${DASHES.source}+)`,
    `(?<unspaced>${UNSPACED.source})`,
    `(?<quote>${QUOTES.source})`,
    `(?<word>(?:(?!${UNSPACED.source}|${DASHES.source}|${QUOTES.source})\\S|(?<=[\\p{L}\\p{N}])['’ʼ](?=[\\p{L}\\p{N}]))+)`,
  ].join('|'),
  'gu',
)

/** Nearly every word: it contains nothing that the expression above would split. */
const PLAIN = /^(?:[A-Za-z0-9.,;:!?()%$&/]|(?<=[A-Za-z0-9])'(?=[A-Za-z0-9]))+$/

/** Any of these keeps a text from being its own keys: other characters, or more than one space between two words. */
const ODD = /[^A-Za-z0-9.,;:!?()%$&/ ]|^ | $| {2}/

/**
 * The words of a plain text. Their keys ignore typography: the style of quotation marks, dashes, spaces and widths. Letter
 * case and punctuation count.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  /** A minus, or dashes with no word before them, printed with the next word. */
  let pending = { text: '', key: '' }
  const add = (key: string, printed: string, spaced: boolean) => {
    found.push({
      key: pending.key + key,
      text: pending.text + printed,
      spaced: spaced || pending.text !== '',
      followed: false,
    })
    pending = { text: '', key: '' }
  }
  for (const spaceless of text.replace(INVISIBLE, '').split(/\s+/u)) {
    if (PLAIN.test(spaceless)) add(spaceless, spaceless, true)
    else {
      for (const { groups = {}, 0: piece, index } of spaceless.matchAll(PIECE)) {
        const last = found.at(-1)
        if (groups.minus !== undefined) pending = { text: pending.text + piece, key: '-' }
        else if (groups.dash === undefined) add(pieceKey(groups, piece), piece, index === 0)
        // A dash is printed with the word before it, and with the space between them.
        else if (last && pending.text === '') last.text += index === 0 ? ` ${piece}` : piece
        else pending.text += piece
      }
    }
    const last = found.at(-1)
    if (last) last.followed = true
  }
  return found
}

/** The keys of a text's words, separated by spaces: quicker than by its tokens. */
export function wordKeys(text: string): string {
  const visible = text.replace(INVISIBLE, '')
  if (!ODD.test(visible)) return visible
  const keys: string[] = []
  for (const spaceless of visible.split(/\s+/u)) {
    if (PLAIN.test(spaceless)) keys.push(spaceless)
    else keys.push(...oddKeys(spaceless))
  }
  return keys.join(' ')
}

/** A minus belongs to the number directly after it; a dash has no key. */
function oddKeys(spaceless: string): string[] {
  const keys: string[] = []
  let sign = ''
  for (const { groups = {}, 0: piece } of spaceless.matchAll(PIECE)) {
    if (groups.dash !== undefined) continue
    if (groups.minus === undefined) keys.push(sign + pieceKey(groups, piece))
    sign = groups.minus === undefined ? '' : '-'
  }
  return keys
}

const pieceKey = ({ quote }: Record<string, string | undefined>, piece: string) =>
  quote === undefined ? wordKey(piece) : '"'

const FULL_WIDTH = /[\uff01-\uff5e]/gu

function wordKey(word: string): string {
  return word
    .normalize('NFC')
    .replace(FULL_WIDTH, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0))
    .replace(/[’ʼ]/g, "'")
    .replace(/…/g, '...')
}
