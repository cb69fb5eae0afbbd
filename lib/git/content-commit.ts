import { spawnSync } from 'node:child_process'

/** The commit that the content folder is checked out at; undefined where there is no git or no repository. */
export function contentCommit(contentDir: string): string | undefined {
  const git = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: contentDir, encoding: 'utf8' })
  const commit = git.status === 0 ? git.stdout.trim() : ''
  return /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined
}
