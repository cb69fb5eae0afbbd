import { escapeAttribute } from '../html/escape-html'
import type { Marks } from '../html/marks'
import { withoutMarks } from '../html/marks'
import { fillBlocks, hasBlocks } from './blocks'
import { addParagraphs } from './paragraphs'
import { type Library, translateShortcodes } from './shortcodes'

/** The stored content of a post as the HTML that WordPress would print of it. */
export function postHtml(
  { id, content }: { id: string; content: string },
  library: Library,
  marks: Marks,
): string {
  const clean = withoutMarks(content)
  const isOfBlocks = hasBlocks(clean)
  const html = isOfBlocks ? fillBlocks(clean, library, marks) : clean
  const translated = translateShortcodes(withAltTexts(html, library), { post: id, library, marks })
  return isOfBlocks ? translated : addParagraphs(translated)
}

const PICTURE = /<img\b[^<>]*\bwp-image-(\d+)\b[^<>]*>/gi
const HAS_ALT = /\balt\s*=\s*(?:"[^"]|'[^']|[^\s"'>])/i

/** The media library may know an alternative text that the post lacks. */
const withAltTexts = (html: string, library: Library) =>
  html.replace(PICTURE, (tag, id: string) => {
    const alt = HAS_ALT.test(tag) ? '' : (library.find(id)?.alt ?? '')
    if (alt === '') return tag
    return tag
      .replace(/\balt\s*=\s*(?:""|'')/i, '')
      .replace(/^<img/i, `<img alt="${escapeAttribute(alt)}"`)
  })
