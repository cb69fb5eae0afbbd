import { LRUCache } from 'lru-cache'
import { slugify } from '@/lib/article/slug'
import { bodySentences } from './plain-text'
import { renderBody } from './render-body'
import { numberedIds } from './sentence-id'
import { textBlocks } from './text-blocks'

/**
 * Whether a heading or sentence of the body has this id. The indexing lexer looks first, at a tenth of the cost; for an id
 * that it doesn't find, the renderer decides.
 */
export function hasAnchor(body: string, lang: string, anchor: string): boolean {
  const anchors = anchorsOf(body, lang)
  const quick = anchor.startsWith('h-') ? anchors.headings : anchors.sentences
  return quick.has(anchor) || anchors.all.has(anchor)
}

/** The ids of all headings and sentences of a body. */
export function bodyAnchors(body: string, lang: string): ReadonlySet<string> {
  return anchorsOf(body, lang).all
}

/** Characters of the bodies whose anchors are cached, so that a thousand links to one body read it once. */
const MAX_KEPT = 4_000_000

const kept = new LRUCache<string, Anchors>({
  maxSize: MAX_KEPT,
  sizeCalculation: (_, key) => key.length,
})

function anchorsOf(body: string, lang: string): Anchors {
  const key = `${lang}\n${body}`
  const found = kept.get(key) ?? new Anchors(body, lang)
  kept.set(key, found)
  return found
}

/** The ids of a body, each kind found when it is first needed. */
class Anchors {
  #headings: ReadonlySet<string> | undefined
  #sentences: ReadonlySet<string> | undefined
  #all: ReadonlySet<string> | undefined

  constructor(
    private readonly body: string,
    private readonly lang: string,
  ) {}

  get headings(): ReadonlySet<string> {
    const numbered = numberedIds()
    this.#headings ??= new Set(
      textBlocks(this.body, (kind) => kind === 'heading').map(({ text }) =>
        numbered(`h-${slugify(text)}`),
      ),
    )
    return this.#headings
  }

  get sentences(): ReadonlySet<string> {
    this.#sentences ??= new Set(bodySentences(this.body, this.lang).map(({ id }) => id))
    return this.#sentences
  }

  get all(): ReadonlySet<string> {
    this.#all ??= renderedIds(this.body, this.lang)
    return this.#all
  }
}

function renderedIds(body: string, lang: string): ReadonlySet<string> {
  const { headings, sentences } = renderBody(body, {
    imageSize: () => undefined,
    mediaUrl: (src) => src,
    lang,
  })
  return new Set([...headings, ...sentences].map(({ id }) => id))
}
