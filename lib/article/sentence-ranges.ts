/** Where sentences begin and end in a text, as offsets; what lies between them is white space. */
export type Range = { start: number; end: number }

export function sentenceRanges(text: string, _lang?: string): Range[] {
  const ranges: Range[] = []
  for (const found of text.matchAll(/\S[\s\S]*?(?:[.!?]['"’”)\]]*(?=\s|$)|[。！？]|$)/g)) {
    ranges.push({ start: found.index, end: found.index + found[0].trimEnd().length })
  }
  return ranges
}
