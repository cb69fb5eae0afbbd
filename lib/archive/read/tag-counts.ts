import { reportTags, reportValidUntil } from '@/lib/running/report'
import { type Archive, theArchive } from '../open'
import { TAGS } from '../tags'
import { countLists, nextTurnOfAny } from '../write/list-rows'

export type TagCount = { name: string; slug: string; count: number }

/** Every tag that an article readers see has, with the number of such articles, by slug. */
export function readTags(now: Date, archive: Archive = theArchive()): TagCount[] {
  reportTags(TAGS)
  const turn = nextTurnOfAny(archive.rows, now)
  if (turn !== undefined) reportValidUntil(turn)
  return countLists(archive.rows, 'tag', now)
}
