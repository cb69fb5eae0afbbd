import type { Kysely } from 'kysely'
import { now } from '@/lib/site/clock'
import type { Tables } from '../tables'

/** In milliseconds: a transaction starts before its commit. */
const OVERLAP = 2000

/**
 * Looks at regular intervals, in milliseconds, for changes by other processes, including those between this call and the
 * first look. Returns a function that stops it.
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
  // Readers of the file deal with a file that can't be read; this only watches.
  return repeat(() => look().catch(() => {}), every)
}

/**
 * Starts `work` at regular intervals, in milliseconds, unless it is still running. Returns a function that stops it and
 * waits for running work.
 */
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
