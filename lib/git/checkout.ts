import { statSync } from 'node:fs'
import path from 'node:path'
import { locateRepository } from './repository'

/** git holds its lock for seconds at most; an older one was left behind by a git that was killed. */
const STALE_AFTER_MS = 60_000

/** Whether git is changing the working tree that this folder lies in: it holds the lock on the index meanwhile. */
export function isCheckoutUnderWay(contentDir: string, now: Date): boolean {
  const repository = locateRepository(contentDir)
  if (repository === undefined) return false
  const lock = path.join(repository.gitDir, 'index.lock')
  try {
    // From the future is a lock that was left before the clock was set back.
    return Math.abs(now.getTime() - statSync(lock).mtimeMs) < STALE_AFTER_MS
  } catch {
    return false
  }
}
