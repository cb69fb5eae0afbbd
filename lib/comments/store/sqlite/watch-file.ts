import type { Kysely } from 'kysely'
import { now } from '@/lib/site/clock'
import type { Tables } from '../tables'

/** A transaction is older than its commit. */
const OVERLAP = 2000

/**
 * Looks every so many milliseconds for what other processes changed in the file, from the moment it is called: also for
 * what happens before its first look. Returns the way to stop.
 */
export function watchFile(
  reader: Kysely<Tables>,
  every: number,
  announce: (articles: string[]) => void,
): () => Promise<void> {
  const since = new Date(now().getTime() - OVERLAP).toISOString()
  let seen: number | undefined
  const look = async () => {
    const changes = reader.selectFrom('comment_changes')
    const from = seen
    const last = await changes.select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
    if (last?.seq === from) return
    const rows = await changes
      .select(['seq', 'article'])
      .$if(from === undefined, (all) => all.where('at', '>', since))
      .$if(from !== undefined, (all) => all.where('seq', '>', from ?? 0))
      .orderBy('seq')
      .execute()
    seen = rows.at(-1)?.seq ?? last?.seq ?? 0
    if (rows.length > 0) announce([...new Set(rows.map((row) => row.article))])
  }
  // A file that can't be read now concerns those who read it; this only listens.
  return repeat(() => look().catch(() => {}), every)
}

/** Begins `work` every so many milliseconds unless it is still under way. Returns the way to stop, which waits for it. */
export function repeat(work: () => Promise<void>, every: number): () => Promise<void> {
  let underWay: Promise<void> | undefined
  const timer = setInterval(() => {
    underWay ??= work().finally(() => {
      underWay = undefined
    })
  }, every)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await underWay
  }
}
