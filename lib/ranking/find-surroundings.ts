import { KeptReads } from '@/lib/archive/kept-reads'
import { type Archive, theArchive } from '@/lib/archive/open'
import { nextTurnOfAny } from '@/lib/archive/write/list-rows'
import type { Article } from '@/lib/article/article'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { findRail, RAIL_LENGTH } from '@/lib/related/find-related'
import type { Surroundings } from './surroundings'

/** Articles discussed at the same time; each takes a few kilobytes with its cache tags. */
const MAX_KEPT = 200

const kept = new KeptReads<Surroundings>(MAX_KEPT)

/** An article's related rail, and the story so far. */
export function findSurroundings(
  article: Article,
  now: Date,
  archive: Archive = theArchive(),
): Surroundings {
  const key = JSON.stringify([archive.dataDir, article.slug])
  return kept.get(key, archive.version, now, () => ({
    value: {
      rail: findRail(article, now, RAIL_LENGTH, archive),
      story: findStorySoFar(article, now, archive),
    },
    until: nextTurnOfAny(archive.rows, now),
  }))
}
