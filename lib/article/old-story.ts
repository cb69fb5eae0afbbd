import type { ArticleFields } from './article'

type Dated = Pick<ArticleFields, 'published' | 'evergreen'>

/**
 * When an article begins to be an old story, which readers would take for news unless its page said so: a year after it
 * was published, since a correction or a new paragraph makes it no news. Undefined for one that doesn't age.
 */
export function oldFrom({ published, evergreen }: Dated): Date | undefined {
  if (evergreen) return undefined
  const from = new Date(published.at)
  // In UTC, so that it doesn't depend on the zone in which the server runs.
  from.setUTCFullYear(from.getUTCFullYear() + 1)
  return from
}

/** Whether readers have to be told that a story is old. */
export function isOldStory(article: Dated, now: Date): boolean {
  const from = oldFrom(article)
  return from !== undefined && from <= now
}
