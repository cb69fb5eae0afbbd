import type { Article } from '@/lib/article/article'
import type { Position } from '@/lib/front-matter/position'
import type { Problem } from '@/lib/front-matter/problem'

type Dated = Pick<Article, 'path' | 'published' | 'updated' | 'expires' | 'draft'>

/** Warnings for dates that keep a finished article from being shown, or contradict each other. */
export function checkDates(
  { path, published, updated, expires, draft }: Dated,
  now: Date,
  locate: (field: string) => Position,
): Problem[] {
  const problems: Problem[] = []
  const warn = (field: string, problem: string, fix: string) =>
    problems.push({ severity: 'warning', path, ...locate(field), field, problem, fix })
  if (!draft && published.at > now) {
    warn('date', 'lies in the future: the article is not shown before', 'mend it if it isn’t meant')
  }
  if (updated && updated.at > now)
    warn('updated', 'lies in the future', 'give the day of the change')
  // A bare date is the start of its day, so an update on the day of publication looks earlier.
  if (updated && updated.precision !== 'day' && updated.at < published.at) {
    warn('updated', 'lies before date', 'mend one of the two')
  }
  if (expires && expires.at <= published.at) {
    warn('expires', 'is not after date: the article is never shown', 'mend one of the two')
  }
  return problems
}
