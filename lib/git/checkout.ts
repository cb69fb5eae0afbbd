import { statSync } from 'node:fs'
import path from 'node:path'
import { locateRepository } from './repository'

/** git holds its lock for seconds at most; an older lock was left by a git that was killed. */
const STALE_AFTER_MS = 60_000

/** Whether git is changing the working tree that contains this folder: it locks the index while it does. */
export function isCheckoutUnderWay(contentDir: string, now: Date): boolean {
  const repository = locateRepository(contentDir)
  if (repository === undefined) return false
  const lock = path.join(repository.gitDir, 'index.lock')
  try {
    // A lock from the future was left before the clock was set back.
    return Math.abs(now.getTime() - statSync(lock).mtimeMs) < STALE_AFTER_MS
  } catch {
    return false
  }
}
