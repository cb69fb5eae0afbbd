import type { Head } from './head'
import { listChanges, listCommits } from './log'
import { belowContent } from './repository'

/** The commit that last changed a file; `age` counts the commits since, in git's order. */
export type LastCommit = { hash: string; age: number; at: Date }

/** By the paths of articles below the content folder; what no commit changed is left out. */
export async function findLastCommits(
  { repository, commit: head }: Head,
  paths: ReadonlySet<string>,
): Promise<Map<string, LastCommit>> {
  const commits = new Map<string, { hash: string; parent: string; age: number; at: Date }>()
  for await (const { hash, parents, time } of listCommits(repository, head)) {
    const [parent = '', ...others] = parents
    // The merged commits already changed what this merge brings together.
    if (others.length > 0) continue
    commits.set(hash, { hash, parent, age: commits.size, at: new Date(time * 1_000) })
  }
  const found = new Map<string, LastCommit>()
  for await (const { hash, changes } of listChanges(repository, commits.values())) {
    const commit = commits.get(hash)
    for (const change of changes) {
      const path = belowContent(repository, change.path)
      if (commit && paths.has(path) && !found.has(path)) found.set(path, commit)
    }
    if (found.size === paths.size) break
  }
  return found
}
