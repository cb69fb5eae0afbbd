import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** git holds its lock for seconds at most; an older one was left behind by a git that was killed. */
const STALE_AFTER_MS = 60_000

/** Whether git is changing the working tree that this folder lies in: it holds the lock on the index meanwhile. */
export function isCheckoutUnderWay(contentDir: string, now: Date): boolean {
  const gitDir = findGitDir(contentDir)
  if (gitDir === undefined) return false
  const lock = statSync(path.join(gitDir, 'index.lock'), { throwIfNoEntry: false })
  return lock !== undefined && now.getTime() - lock.mtimeMs < STALE_AFTER_MS
}

/** The folder in which git keeps its state, found as git does: in the nearest parent; a worktree has a file that names it. */
function findGitDir(folder: string): string | undefined {
  const git = path.join(folder, '.git')
  const found = statSync(git, { throwIfNoEntry: false })
  if (found?.isDirectory()) return git
  if (found?.isFile()) {
    const named = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8'))?.[1]
    return named && path.resolve(folder, named)
  }
  const parent = path.dirname(folder)
  return parent === folder ? undefined : findGitDir(parent)
}
