import type { Article } from '@/lib/article/article'

type Dated = Pick<Article, 'published' | 'evergreen' | 'updated'>

/**
 * The moment from which a reader is told that a story is old: a year after it was published or last updated.
 * Undefined for one that is marked evergreen.
 */
export function oldFrom(article: Dated): Date | undefined {
  if (article.evergreen) return undefined
  const last = article.updated?.at ?? article.published.at
  const from = new Date(last)
  from.setUTCFullYear(from.getUTCFullYear() + 1)
  return from
}

/** Whether a story needs the notice that it is old. A page that asks is right until `oldFrom`, if that lies ahead. */
export function isOldStory(article: Dated, now: Date): boolean {
  const from = oldFrom(article)
  return from !== undefined && from <= now
}
