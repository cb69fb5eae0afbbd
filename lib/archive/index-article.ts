import type { Article, ArticleSummary } from '@/lib/article/article'
import { terms } from '@/lib/article/terms'
import { countWords, plainText, slugify, splitSentences } from './parse'
import type { ListKind } from './tags'
import { hashTerm, packVector } from './term-vector'
import { NEVER, type Timing } from './visibility'

/** One list that an article stands in. */
export type ListName = { kind: ListKind; slug: string; name: string }

/** Everything the archive keeps of an article, made from its file alone. */
export type IndexedArticle = {
  article: Article
  summary: ArticleSummary
  timing: Timing
  lists: ListName[]
  texts: { title: string; labels: string; body: string }
  vector: Uint8Array
}

/** Characters of plain text that a rail or a list shows at most. */
const EXCERPT_LENGTH = 400

/** A standfirst made of the text takes a second sentence while it stays below this. */
const STANDFIRST_LENGTH = 180

/** The text that sentences for a standfirst are looked for in: splitting all of it would cost more than indexing it. */
const OPENING_LENGTH = 1_000

/** The words that say what a story is about: each counts as this many in the text. */
const TITLE_WEIGHT = 4
const LABEL_WEIGHT = 2
const LEAD_WEIGHT = 2

/** Terms at the beginning that count as the lead: about two sentences without their stop words. */
const LEAD_TERMS = 30

export function indexArticle(article: Article): IndexedArticle {
  const text = plainText(article.body)
  const lists = listsOf(article)
  const title = terms(article.title, article.lang)
  const labels = terms(
    [article.description ?? '', ...lists.map((list) => list.name)].join(' '),
    article.lang,
  )
  const body = terms(text, article.lang)
  return {
    article,
    summary: summarize(article, text),
    timing: timingOf(article),
    lists,
    texts: { title: title.join(' '), labels: labels.join(' '), body: body.join(' ') },
    vector: vectorOf(title, labels, body),
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
  const { aliases, corrections, comments, draft, path, body, bodyLine, ...kept } = article
  const flat = text.slice(0, OPENING_LENGTH).replace(/\s+/g, ' ').trim()
  return {
    ...kept,
    standfirst: article.description ?? standfirst(flat, article.lang),
    excerpt: cutAtWord(flat, EXCERPT_LENGTH),
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

function vectorOf(title: string[], labels: string[], body: string[]): Uint8Array {
  const weights = new Map<number, number>()
  const count = (all: readonly string[], weight: number) => {
    for (const term of all) {
      const hash = hashTerm(term)
      weights.set(hash, (weights.get(hash) ?? 0) + weight)
    }
  }
  count(title, TITLE_WEIGHT)
  count(labels, LABEL_WEIGHT)
  count(body.slice(0, LEAD_TERMS), LEAD_WEIGHT)
  count(body.slice(LEAD_TERMS), 1)
  return packVector(weights)
}
