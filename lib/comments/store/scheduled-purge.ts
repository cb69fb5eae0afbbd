import type { CommentDesk } from './comment-desk'
import { purge } from './purge'

/** Often enough, since everything falls due by the day; in milliseconds. */
const EVERY = 3_600_000

/** Deletes what has been kept long enough, now and every hour. Returns a function that stops it. */
export function schedulePurge(desk: CommentDesk): () => void {
  let isStopped = false
  const clean = async () => {
    for (;;) {
      const purged = await desk.database.write((writing) => purge(writing, desk.now()))
      // Nothing is left, or the database is unavailable: try again in an hour.
      if (isStopped || !purged.ok || purged.value === 0) return
    }
  }
  const timer = setInterval(clean, EVERY)
  timer.unref()
  void clean()
  return () => {
    isStopped = true
    clearInterval(timer)
  }
}
