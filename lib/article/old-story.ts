import type { ArticleFields } from './article'

type Dated = Pick<ArticleFields, 'published' | 'evergreen'>

/**
 * When an article becomes an old story, which readers would take for news if its page didn't warn them: a year after
 * publication, whatever was corrected or added since. Undefined for an evergreen article.
 */
export function oldFrom({ published, evergreen }: Dated): Date | undefined {
  if (evergreen) return undefined
  const from = new Date(published.at)
  // In UTC, so that the result doesn't depend on the server's time zone.
  from.setUTCFullYear(from.getUTCFullYear() + 1)
  return from
}

/** Whether readers must be warned that a story is old. */
export function isOldStory(article: Dated, now: Date): boolean {
  const from = oldFrom(article)
  return from !== undefined && from <= now
}
