import type { ArticleFields } from '@/lib/article/article'
import { isOldStory, oldFrom } from '@/lib/article/old-story'
import { reportValidUntil } from '@/lib/running/report'

/** Whether a story is old now; if it isn't, reports when it will be, since its page says so from then on. */
export function readIsOld(
  story: Pick<ArticleFields, 'published' | 'evergreen'>,
  now: Date,
): boolean {
  const from = oldFrom(story)
  if (from !== undefined && from > now) reportValidUntil(from)
  return isOldStory(story, now)
}
