import type { ListKind } from '@/lib/article/lists'
import { reportCacheTags, reportValidUntil } from '@/lib/running/report'
import { FRONT, TAGS } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { countLists, nextTurnOfAny } from '../write/list-rows'

export type ListCount = { name: string; slug: string; count: number }

/** Every list of a kind with at least one visible article, and their number, by slug. */
export function readLists(kind: ListKind, now: Date, archive: Archive = theArchive()): ListCount[] {
  // Every change to a list also changes the front page, which lists all articles; tags have a cache tag of their own.
  reportCacheTags(kind === 'tag' ? TAGS : FRONT)
  const turn = nextTurnOfAny(archive.rows, now)
  if (turn !== undefined) reportValidUntil(turn)
  return countLists(archive.rows, kind, now)
}
