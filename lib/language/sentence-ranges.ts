import { endsAtStop } from './sentence-stop'
import { isSpacedOut, spacedSentences } from './spaced-sentences'

/** Where a sentence begins and ends in a text, as offsets; between two lies nothing but white space. */
export type Range = { start: number; end: number }

/** Full stops of scripts that put no space after them. */
const WIDE = '。！？｡．'

/** Quotation marks that close after a space, as in French: « Viens ! » */
const SPACED_CLOSING = String.raw`(?:\s+[»›”’](?=[\s\p{P}]|$))*`

/**
 * A run of stops, and the quotes and brackets that close after it. Which mark closes a quotation differs by language
 * («…», »…«, „…“, “…”, ”…”); one that touches a stop before it does in all that put a space between sentences.
 */
const STOP = new RegExp(
  String.raw`[.!?…‽؟۔।॥։።။។]+[\p{Pe}\p{Pf}\p{Pi}"'*_]*${SPACED_CLOSING}|[${WIDE}]+[\p{Pe}\p{Pf}"'*_]*`,
  'gu',
)

/** Brackets whose inside is never cut: 「はい。行く。」と言った is one sentence. */
const BRACKETS: Record<string, string> = { '「': '」', '『': '』', '（': '）', '【': '】' }

/**
 * The sentences of one paragraph. Stops of abbreviations, initials, numbers and omissions end nothing; a quotation or
 * bracket that closes after the stop belongs to its sentence. All white space counts alike.
 */
export function sentenceRanges(text: string, lang?: string): Range[] {
  if (isSpacedOut(text)) return spacedSentences(text)
  const ranges: Range[] = []
  const inside = bracketed(text)
  let start = skipSpace(text, 0)
  for (const found of text.matchAll(STOP)) {
    const end = found.index + found[0].length
    if (found.index < start || inside(found.index, end)) continue
    const ends = WIDE.includes(found[0].charAt(0))
      ? endsAtWideStop(text, found.index, end)
      : endsAtStop(text, { start, stop: found.index, end }, lang)
    if (!ends) continue
    ranges.push({ start, end })
    start = skipSpace(text, end)
  }
  const end = text.trimEnd().length
  if (start < end) ranges.push({ start, end })
  return ranges
}

function skipSpace(text: string, from: number): number {
  const rest = /\S/g
  rest.lastIndex = from
  return rest.exec(text)?.index ?? text.length
}

/** A particle, which goes on with the sentence: 「はい。」と述べた。 */
const GOES_ON = /^[とっなのにをはがもでや、，]/

function endsAtWideStop(text: string, stop: number, end: number): boolean {
  const after = text.slice(end, end + 4)
  // ３．５ is a number.
  if (
    text.startsWith('．', stop) &&
    /\p{Nd}/u.test(text.charAt(stop - 1)) &&
    /^\p{Nd}/u.test(after)
  )
    return false
  return !(/[」』）】]$/.test(text.slice(stop, end)) && GOES_ON.test(after))
}

/** Tells whether a stop lies between a bracket and its partner; a bracket without a partner counts for nothing. */
function bracketed(text: string): (at: number, end: number) => boolean {
  if (!/[「『（【]/.test(text)) return () => false
  const open: { close: string; at: number }[] = []
  const spans: Range[] = []
  for (const { 0: mark, index } of text.matchAll(/[「『（【」』）】]/g)) {
    const close = BRACKETS[mark]
    if (close !== undefined) open.push({ close, at: index })
    const partner = close === undefined ? open.findLastIndex((each) => each.close === mark) : -1
    const opener = open[partner]
    if (!opener) continue
    open.length = partner
    if (partner === 0) spans.push({ start: opener.at, end: index + 1 })
  }
  let next = 0
  return (at, end) => {
    while ((spans[next]?.end ?? text.length) <= at) next += 1
    const span = spans[next]
    return span !== undefined && span.start < at && end < span.end
  }
}
