import { sentenceRanges } from './sentence-ranges'

/** The sentences of plain text (paragraphs apart by an empty line), white space made single spaces. */
export function splitSentences(text: string, lang?: string): string[] {
  return text
    .split(/\n{2,}/)
    .flatMap((block) =>
      sentenceRanges(block, lang).map(({ start, end }) => oneSpaced(block.slice(start, end))),
    )
}

/** Runs of white space become one space, none at the ends. */
export function oneSpaced(text: string): string {
  return text.includes('  ') || /[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}
