import { sentenceRanges } from '@/lib/language/sentence-ranges'
import { numberedIds, sentenceId } from './sentence-id'
import { textBlocks } from './text-blocks'

/**
 * The text of a Markdown body for the index: paragraphs, headings, items and cells separated by an empty line, without
 * marks, addresses or images. Footnotes come last.
 */
export function plainText(body: string): string {
  return textBlocks(body)
    .map(({ text }) => text)
    .join('\n\n')
}

/**
 * The sentences of a body with the ids that `renderBody` gives them, without rendering: those of paragraphs, list items and
 * quotations, not of headings, tables, code or footnotes. `isWanted` may skip whole paragraphs, which is quicker; ids stay
 * right as long as it treats paragraphs with the same words alike.
 */
export function bodySentences(
  body: string,
  lang?: string,
  isWanted: (paragraph: string) => boolean = () => true,
): { id: string; text: string }[] {
  const numbered = numberedIds()
  return textBlocks(body, (kind) => kind === 'prose')
    .flatMap(({ text }) => {
      if (!isWanted(text)) return []
      return sentenceRanges(text, lang).map(({ start, end }) => text.slice(start, end))
    })
    .map((text) => ({ id: numbered(sentenceId(text)), text }))
}
