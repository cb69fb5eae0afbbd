import type { Article } from '@/lib/article/article'
import { isImageFile, resolveMediaSrc } from '@/lib/article/media-src'
import { hiddenInMarkdown } from './hidden-markdown'
import { parseMarkdown } from './markdown-to-hast'
import { writeChanges } from './write-changes'

const ENDING = /\.(?:avif|gif|jpe?g|png|webp)(?![\p{L}\p{N}])/giu

/** What a path of an image may stand after: `](`, an angle bracket, a quote, white space, or any of these. */
const STARTS = ['](', '<', '"', "'", ' ', '\t']
const DELIMITER = /[\s()<>"'[\]]/

/** No file system has longer paths; more isn't looked at, so that one line can't cost its square. */
const MAX_PATH = 1_024

/** HTML, or a definition of a link or footnote that nothing may refer to. */
const MAY_HIDE = /<[!?a-z]|\]:/i

/**
 * The paths below the content folder of all images that an article's file shows, and of some that it only seems to: an
 * image isn't told from a path in a sentence. One in a comment is no image of the article. Quick, for the index; what is
 * shown is `renderBody`'s matter.
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
    if (name !== undefined && isImageFile(name)) named.add(name)
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

/** CommonMark 2.4: a backslash before punctuation only says that it is meant literally. */
const unescaped = (src: string) => src.replace(/\\([!-/:-@[-`{-~])/g, '$1')
