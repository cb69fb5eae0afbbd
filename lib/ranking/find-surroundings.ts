import { nextTurnOfAny } from '@/lib/archive/list-rows'
import { type Archive, theArchive } from '@/lib/archive/open'
import type { Article } from '@/lib/article/article'
import { type EarlierQuote, findEarlier } from '@/lib/insight/find-story-so-far'
import { findRail, RAIL_LENGTH, type Rail } from '@/lib/related/find-related'
import { KeptReads } from './kept-reads'

/** What stands beside an article and below it, in slugs: what readers see of them is read by the page itself. */
export type Surroundings = { rail: Rail; story: EarlierQuote[] }

const kept = new KeptReads<Surroundings>()

/** The related rail of an article, and the story so far. */
export function findSurroundings(
  article: Article,
  now: Date,
  archive: Archive = theArchive(),
): Surroundings {
  const key = JSON.stringify([archive.dataDir, article.slug])
  return kept.get(key, archive.version, now, () => ({
    value: {
      rail: findRail(article, now, RAIL_LENGTH, archive),
      story: findEarlier(article, now, archive),
    },
    until: nextTurnOfAny(archive.rows, now),
  }))
}
