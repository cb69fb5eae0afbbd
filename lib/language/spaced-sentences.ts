/** A stop between spaces, with the closing quotation mark or bracket that follows it. */
const STOP = /\s[.?!](?:\s(?:''|\)|-rrb-)(?=\s|$))?(?=\s|$)/g

/**
 * Whether every mark of a text stands between spaces ("he left , they said ."), as in texts that went through a
 * tokenizer. Case and what follows a stop tell nothing there; the space before it does.
 */
export const isSpacedOut = (text: string) => /\s,\s/.test(text) && /\s\.(?:\s|$)/.test(text)

/** The sentences of such a text. */
export function spacedSentences(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  const add = (from: number, to: number) => {
    const inner = text.slice(from, to)
    const trimmed = inner.trim()
    const start = from + inner.indexOf(trimmed)
    if (trimmed !== '') ranges.push({ start, end: start + trimmed.length })
  }
  let start = 0
  for (const found of text.matchAll(STOP)) {
    const end = found.index + found[0].length
    add(start, end)
    start = end
  }
  add(start, text.length)
  return ranges
}
