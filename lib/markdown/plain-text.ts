import { sentenceRanges } from '@/lib/language/sentence-ranges'
import { numberedIds, sentenceId } from './sentence-id'
import { textBlocks } from './text-blocks'

/**
 * The text of a Markdown body for the index: paragraphs, headings, items and cells apart by an empty line, without
 * marks, addresses and images. Footnotes come last.
 */
export function plainText(body: string): string {
  return textBlocks(body)
    .map(({ text }) => text)
    .join('\n\n')
}

/**
 * The sentences of a body with the ids that `renderBody` gives them, without rendering it: those of paragraphs, list
 * items and quotations, not of headings, tables, code and footnotes. `isWanted` may leave out whole paragraphs, which
 * is quicker; the ids are right as long as it wants either all or none of those with the same words.
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
