import { addYears } from 'date-fns'
import type { ArticleFields } from './article'

/** Readers take what is older for news unless the page says otherwise. */
const YEARS = 1

type Dated = Pick<ArticleFields, 'published' | 'evergreen'>

/** When an article begins to be an old story; undefined for one that doesn't age. */
export function oldFrom({ published, evergreen }: Dated): Date | undefined {
  return evergreen ? undefined : addYears(published.at, YEARS)
}

/** Whether readers have to be told that a story is old. */
export function isOldStory(article: Dated, now: Date): boolean {
  const from = oldFrom(article)
  return from !== undefined && from <= now
}
