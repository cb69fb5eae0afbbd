import type { Article } from '@/lib/article/article'

type Dated = Pick<Article, 'published' | 'updated' | 'expires' | 'draft'>

export type DateFault = { field: 'date' | 'updated' | 'expires'; problem: string; fix: string }

/** Dates that keep a finished article from readers, or contradict each other. */
export function dateFaults({ published, updated, expires, draft }: Dated, now: Date): DateFault[] {
  const faults: DateFault[] = []
  if (!draft && published.at > now) {
    const problem = 'is in the future: readers don’t see the article before then'
    faults.push({ field: 'date', problem, fix: 'change it if that isn’t intended' })
  }
  if (updated && updated.at > now) {
    faults.push({
      field: 'updated',
      problem: 'is in the future',
      fix: 'give the day of the change',
    })
  }
  // A bare date is the start of its day, so an update on the day of publication seems to be earlier.
  if (updated && updated.precision !== 'day' && updated.at < published.at) {
    faults.push({ field: 'updated', problem: 'is before date', fix: 'correct one of the two' })
  }
  if (expires && expires.at <= published.at) {
    const problem = 'is not after date: the article is never shown'
    faults.push({ field: 'expires', problem, fix: 'correct one of the two' })
  }
  return faults
}

/** When the first of these dates that still lies ahead arrives; undefined when none does. */
export function nextChange({ published, updated }: Dated, now: Date): Date | undefined {
  const ahead = [published.at, updated?.at].filter((at) => at !== undefined && at > now)
  return ahead.sort((a, b) => Number(a) - Number(b))[0]
}
