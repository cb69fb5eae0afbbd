import type { ListKind } from '@/lib/article/lists'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT, TAGS } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { countLists, nextTurnOfAny } from '../write/list-rows'

export type ListCount = { name: string; slug: string; count: number }

/** Every list of a kind in which readers see an article, with how many there are, by slug. */
export function readLists(kind: ListKind, now: Date, archive: Archive = theArchive()): ListCount[] {
  // Every change of a list changes the front page's, which holds all articles; tags have a cache tag of their own.
  reportCacheTags(kind === 'tag' ? TAGS : FRONT)
  const turn = nextTurnOfAny(archive.rows, now)
  if (turn !== undefined) reportValidUntil(turn)
  return countLists(archive.rows, kind, now)
}
