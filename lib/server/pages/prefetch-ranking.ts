import { expectSurroundings } from '@/lib/ranking/surroundings-desk'
import { now } from '@/lib/site/clock'
import { slugOfArticle } from '@/lib/site/routes'

/**
 * Begins what the page at this address will ask of the thread that ranks, while Next still finds out which page it is: a
 * tenth of the time that an article takes.
 */
export function prefetchRanking(address: string): void {
  const slug = slugOfArticle(address)
  if (slug !== undefined) expectSurroundings({ slug, now: now() })
}
