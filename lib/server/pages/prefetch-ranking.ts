import { expectSurroundings } from '@/lib/ranking/tasks'
import { now } from '@/lib/site/clock'
import { slugOfArticle } from '@/lib/site/routes'

/**
 * Starts the work that the page at this address will need from the ranking thread, while Next still finds out which page it
 * is: this saves a tenth of the time of an article.
 */
export function prefetchRanking(address: string): void {
  const slug = slugOfArticle(address)
  if (slug !== undefined) expectSurroundings({ slug, now: now() })
}
