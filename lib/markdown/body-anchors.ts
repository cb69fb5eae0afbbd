import { slugify } from '@/lib/article/slug'
import { bodySentences } from './plain-text'
import { renderBody } from './render-body'
import { numberedIds } from './sentence-id'
import { textBlocks } from './text-blocks'

/**
 * Whether a heading or sentence of the body has this id. The lexer of the index answers first, at a tenth of the cost;
 * what it doesn't know the renderer decides.
 */
export function hasAnchor(body: string, lang: string | undefined, anchor: string): boolean {
  const quick = anchor.startsWith('h-') ? headingIds(body) : sentenceIds(body, lang)
  return quick.has(anchor) || bodyAnchors(body, lang).has(anchor)
}

/** The ids of all headings and sentences of a body. */
export function bodyAnchors(body: string, lang: string | undefined): ReadonlySet<string> {
  const { headings, sentences } = renderBody(body, {
    imageSize: () => undefined,
    mediaUrl: (src) => src,
    ...(lang !== undefined && { lang }),
  })
  return new Set([...headings, ...sentences].map(({ id }) => id))
}

function headingIds(body: string): ReadonlySet<string> {
  const numbered = numberedIds()
  const headings = textBlocks(body, (kind) => kind === 'heading')
  return new Set(headings.map(({ text }) => numbered(`h-${slugify(text)}`)))
}

function sentenceIds(body: string, lang: string | undefined): ReadonlySet<string> {
  return new Set(bodySentences(body, lang).map(({ id }) => id))
}
