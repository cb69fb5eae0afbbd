/**
 * The address of a quote: https://wicg.github.io/scroll-to-text-fragment/. A browser shows the first place of the page
 * where the directive's words stand, so the words here are chosen until that is the place that was selected.
 */

/** Longer ones are told by their first and last words. */
const EXACT_MOST = 200
/** Words of a long quote's beginning and end, and most words of context on one side. */
const ENDS = 5
const CONTEXT_MOST = 24
/** Characters in which so many words are looked for. */
const CONTEXT_LENGTH = 500

const lined = (text: string) => text.replace(/\s+/g, ' ')

/** The dash is the directive's own sign; `,` and `&` are encoded anyway. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D')

const wordsOf = (text: string) => [
  ...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text),
]

/** The first `count` words of a text with what stands between them, or the last. */
function some(text: string, count: number, fromEnd: boolean): string {
  const words = wordsOf(text).filter(({ isWordLike }) => isWordLike)
  const word = words.at(fromEnd ? -count : count - 1)
  if (!word || words.length < count) return text
  return fromEnd ? text.slice(word.index) : text.slice(0, word.index + word.segment.length)
}

/** Moves what belongs to a word that was cut in two from `before` and `after` into the quote. */
function wholeWords(before: string, quote: string, after: string): [string, string, string] {
  const text = before + quote + after
  let from = before.length
  let to = from + quote.length
  for (const { index, segment, isWordLike } of wordsOf(text)) {
    const end = index + segment.length
    if (isWordLike && index < from && end > from) from = index
    if (isWordLike && index < to && end > to) to = end
  }
  return [text.slice(0, from), text.slice(from, to), text.slice(to)]
}

/** A pattern for exactly this text. */
const exactly = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A quote in whole words, and the directive that leads to it: none if nothing tells it from the same words elsewhere. */
export type Quote = { text: string; directive: string }

/** The quote between two texts, all as they are shown (blocks on lines of their own). */
export function quoteAddress(before: string, quoted: string, after: string): Quote {
  const quoteText = quoted.trim()
  if (!quoteText) return { text: '', directive: '' }
  const left = before + quoted.slice(0, quoted.indexOf(quoteText))
  const [beforeText, whole, afterText] = wholeWords(
    left,
    quoteText,
    quoted.trimStart().slice(quoteText.length) + after,
  )
  const blocks = whole.split(/\n+/)
  const isExact = blocks.length < 2 && whole.length <= EXACT_MOST
  const texts = [beforeText, whole, afterText].map(lined)
  const [lead = '', quote = '', rest = ''] = texts
  const start = isExact ? quote : some(lined(blocks[0] ?? ''), ENDS, false)
  const end = isExact ? '' : some(lined(blocks.at(-1) ?? ''), ENDS, true)
  const range = exactly(start) + (end && `.*?${exactly(end)}`)
  for (let count = 0; count <= CONTEXT_MOST; count += 2) {
    const prefix = count ? some(lead.slice(-CONTEXT_LENGTH).trim(), count, true) : ''
    const suffix = count ? some(rest.slice(0, CONTEXT_LENGTH).trim(), count, false) : ''
    // As a browser looks for it: the first place, in any case, with or without white space between the parts.
    const pattern = `(?<=${exactly(prefix)} ?)${range}(?= ?${exactly(suffix)})`
    const found = new RegExp(pattern, 'iu').exec(texts.join(''))
    if (found?.index !== lead.length || found[0].length !== quote.length) continue
    const parts = [prefix && `${encode(prefix)}-`, encode(start), encode(end)]
    parts.push(suffix && `-${encode(suffix)}`)
    return { text: whole, directive: `:~:text=${parts.filter(Boolean).join(',')}` }
  }
  return { text: whole, directive: '' }
}
