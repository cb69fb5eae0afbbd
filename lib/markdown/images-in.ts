import type { Article } from '@/lib/article/article'
import { ATTACHMENT_ENDINGS, attachmentKind } from '@/lib/article/attachment-kind'
import { isImageFile, resolveMediaSrc } from '@/lib/article/media-src'
import { hiddenInMarkdown } from './hidden-markdown'
import { parseMarkdown } from './markdown-to-hast'
import { writeChanges } from './write-changes'

const ENDING = new RegExp(
  `\\.(?:avif|gif|jpe?g|png|webp|${ATTACHMENT_ENDINGS})(?![\\p{L}\\p{N}])`,
  'giu',
)

/** What may come directly before an image's path: `](`, an angle bracket, a quote or white space. */
const STARTS = ['](', '<', '"', "'", ' ', '\t']
const DELIMITER = /[\s()<>"'[\]]/

/** No file system has longer paths; reading further could make the cost grow with the square of a line's length. */
const MAX_PATH = 1_024

/** HTML, or a definition of a link or footnote that perhaps nothing refers to. */
const MAY_HIDE = /<[!?a-z]|\]:/i

/**
 * The paths below the content folder of all images and other files that an article's file shows, and of some that it only seems to show: a
 * path in a sentence looks the same. Images in comments don't count. Quick, for the index; `renderBody` decides what is
 * shown.
 */
export function imagesIn({
  path,
  body,
  image,
}: Pick<Article, 'path' | 'body' | 'image'>): string[] {
  const written = image ? [image.src] : []
  const shown = body.search(ENDING) !== -1 && MAY_HIDE.test(body) ? withoutHidden(body) : body
  for (const { index, 0: ending } of shown.matchAll(ENDING)) {
    const line =
      shown
        .slice(Math.max(0, index - MAX_PATH), index)
        .split('\n')
        .at(-1) ?? ''
    for (const start of startsIn(line)) written.push(line.slice(start) + ending)
  }
  const named = new Set<string>()
  for (const src of written) {
    const name = resolveMediaSrc(path, unescaped(src))
    if (name !== undefined && (isImageFile(name) || attachmentKind(name))) named.add(name)
  }
  return [...named]
}

function withoutHidden(body: string): string {
  return writeChanges(body, hiddenInMarkdown(parseMarkdown(body), body))
}

function startsIn(line: string): Set<number> {
  const starts = new Set<number>()
  for (const start of STARTS) {
    const at = line.lastIndexOf(start)
    if (at !== -1) starts.add(at + start.length)
  }
  let last = line.length
  while (last > 0 && !DELIMITER.test(line.charAt(last - 1))) last -= 1
  return starts.add(last)
}

/** CommonMark 2.4: a backslash before punctuation makes it literal. */
const unescaped = (src: string) => src.replace(/\\([!-/:-@[-`{-~])/g, '$1')
