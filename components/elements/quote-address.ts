/**
 * The address of a quote: https://wicg.github.io/scroll-to-text-fragment/. A browser shows the first place of the page
 * where the directive's words stand, so the words here are chosen until that is the place that was selected.
 */

/** In whole words; the hash is empty if nothing tells the quote from the same words elsewhere. */
export type QuoteAddress = [quote: string, hash: string]

/** Longer ones are identified by their first and last words. */
const EXACT_MOST = 200
/** Words of a long quote's beginning and end, and most words of context on one side. */
const ENDS = 5
const CONTEXT_MOST = 24

const lined = (text: string) => text.replace(/\s+/g, ' ')

/** The dash is the directive's own sign; `,` and `&` are encoded anyway. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D')

/** A pattern for exactly this text. */
const exactly = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** The quote between two texts, all as they are shown (blocks on lines of their own). */
export function quoteAddress(before: string, quoted: string, after: string): QuoteAddress {
  const text = before + quoted + after
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => [index, index + segment.length] as const)
  const cut = (at: number) => words.find(([begin, end]) => begin < at && at < end)
  const first = before.length + quoted.search(/\S|$/)
  const last = before.length + quoted.trimEnd().length
  const from = cut(first)?.[0] ?? first
  const to = cut(last)?.[1] ?? last
  if (from >= to) return ['', '']
  const slice = (begin = 0, end = text.length) => lined(text.slice(begin, end)).trim()
  const quote = text.slice(from, to)
  const [line = ''] = quote.split('\n', 1)
  const wordAt = (at: number) => words.filter(([begin]) => begin < at).length
  const [own, next] = [wordAt(from), wordAt(to)]
  let [start, end] = [lined(quote), '']
  if (line !== quote || quote.length > EXACT_MOST) {
    start = slice(from, Math.min(from + line.length, words[own + ENDS - 1]?.[1] ?? to))
    end = slice(Math.max(from + quote.lastIndexOf('\n') + 1, words[next - ENDS]?.[0] ?? 0), to)
  }
  let [prefix, suffix] = ['', '']
  for (let count = 2; count <= CONTEXT_MOST; count += 2) {
    // As a browser looks for it: the first place, in any case, with or without white space between the parts.
    const range = exactly(start) + (end && `.*?${exactly(end)}`)
    const pattern = `(?<=${exactly(prefix)} ?)${range}(?= ?${exactly(suffix)})`
    const found = new RegExp(pattern, 'iu').exec(lined(text))
    if (found?.index === lined(text.slice(0, from)).length && found[0] === lined(quote)) {
      const parts = [
        prefix && `${encode(prefix)}-`,
        encode(start),
        encode(end),
        suffix && `-${encode(suffix)}`,
      ]
      return [quote, `#:~:text=${parts.filter(Boolean).join(',')}`]
    }
    prefix = slice(words[own - count]?.[0], from)
    suffix = slice(to, words[next + count - 1]?.[1])
  }
  return [quote, '']
}
