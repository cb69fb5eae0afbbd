import type { Article, ArticleSummary } from '@/lib/article/article'
import { resolveMediaSrc } from '@/lib/article/media-src'
import { plainText } from '@/lib/article/plain-text'
import { countWords } from '@/lib/article/reading-time'
import { oneSpaced, splitSentences } from '@/lib/article/sentences'
import { slugify } from '@/lib/article/slug'
import { indexText } from '@/lib/article/term-vector'
import { terms } from '@/lib/article/terms'
import type { ListKind } from './tags'
import { NEVER, type Timing } from './visibility'

/** One list that an article stands in. */
export type ListName = { kind: ListKind; slug: string; name: string }

/** The terms of an article, in the order of its text, as full-text search finds them. */
export type IndexedTexts = { title: string; labels: string; body: string }

/** Everything the archive keeps of an article, made from its file alone. */
export type IndexedArticle = {
  article: Article
  summary: ArticleSummary
  timing: Timing
  lists: ListName[]
  texts: IndexedTexts
  vector: Uint8Array
}

/** Characters of plain text that a rail or a list shows at most. */
const EXCERPT_LENGTH = 400

/** A standfirst made of the text takes a second sentence while it stays below this. */
const STANDFIRST_LENGTH = 180

/** The text that sentences for a standfirst are looked for in: splitting all of it would cost more than indexing it. */
const OPENING_LENGTH = 1_000

export function indexArticle(article: Article): IndexedArticle {
  const text = plainText(article.body)
  const lists = listsOf(article)
  const { title, body, vector } = indexText(article.title, text, article.lang)
  const labels = terms(
    [article.description ?? '', ...lists.map((list) => list.name)].join(' '),
    article.lang,
  )
  return {
    article,
    summary: summarize(article, text),
    timing: timingOf(article),
    lists,
    texts: { title: title.join(' '), labels: labels.join(' '), body: body.join(' ') },
    vector,
  }
}

export function timingOf(article: Article): Timing {
  return {
    due: article.published.at.getTime(),
    expires: article.expires?.at.getTime() ?? NEVER,
    listed: !article.draft && article.withdrawn === undefined,
  }
}

/** Two spellings of one tag are one list; a name without a letter or number has no address and is no list. */
function listsOf(article: Article): ListName[] {
  const named = (kind: ListKind, names: readonly string[]) =>
    names.map((name) => ({ kind, slug: slugify(name), name }))
  const all = [
    ...named('tag', article.tags),
    ...named('author', article.authors),
    ...named('source', article.source ? [article.source.name] : []),
    ...named('section', article.section ? [article.section] : []),
  ]
  const seen = new Set<string>()
  return all.filter(({ kind, slug }) => {
    const key = `${kind}:${slug}`
    if (slug === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function summarize(article: Article, text: string): ArticleSummary {
  const { aliases, corrections, comments, draft, path, body, bodyLine, image, ...kept } = article
  const opening = text.slice(0, OPENING_LENGTH)
  const src = image && resolveMediaSrc(path, image.src)
  return {
    ...kept,
    ...(image && src !== undefined && { image: { ...image, src } }),
    standfirst: article.description ?? standfirst(opening, article.lang),
    excerpt: cutAtWord(oneSpaced(opening), EXCERPT_LENGTH),
    words: countWords(text),
  }
}

function standfirst(opening: string, lang?: string): string {
  const [first = '', second = ''] = splitSentences(opening, lang)
  const both = `${first} ${second}`.trim()
  return cutAtWord(both.length <= STANDFIRST_LENGTH ? both : first.trim(), EXCERPT_LENGTH)
}

function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  // Scripts without spaces are cut between characters, never inside a surrogate pair.
  const whole = space > length / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')
  return `${whole}…`
}
