import type { CommentDesk } from './comment-desk'
import { purge } from './purge'

/** What is due by days needs no more than this. */
const EVERY = 3_600_000

/** Deletes what has had its time, now and every hour. Returns the way to stop. */
export function schedulePurge(desk: CommentDesk): () => void {
  let isStopped = false
  const clean = async () => {
    for (;;) {
      const purged = await desk.database.write((writing) => purge(writing, desk.now()))
      // Nothing left, or unavailable: the next hour comes.
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
