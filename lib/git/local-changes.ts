import { countCommits, filesOfCommits, pathsOf, type Range } from './commits'
import type { Repository } from './repository'
import { askGit } from './run-git'
import { NO_SUBMODULES } from './start-git'
import { FETCHED } from './upstream'

/** Changes made in the repository itself that following the remote would lose. */
export type LocalChanges = {
  /** Paths below the repository's root. */
  files: string[]
  /** The command that saves the changes elsewhere, so that the next publication can follow the remote. */
  command: string
}

const STASH = 'git stash --include-untracked'

/** Commits that the remote never had, and files that differ from the commit that is checked out. */
export async function findLocalChanges(
  repository: Repository,
  own: Range,
): Promise<LocalChanges | undefined> {
  const commits = await countCommits(repository, own)
  const open = await changedFiles(repository, 'no')
  if (commits === 0 && open.length === 0) return undefined
  const commands = [
    ...(open.length > 0 ? [STASH] : []),
    ...(commits > 0
      ? [`git branch kept-${own.of.slice(0, 10)}`, `git reset --keep ${FETCHED}`]
      : []),
  ]
  const committed = await filesOfCommits(repository, own)
  return { files: [...new Set([...open, ...committed])].sort(), command: commands.join(' && ') }
}

/** Uncommitted files that have other contents in the commit to follow: git refuses to overwrite them. */
export async function findFilesInTheWay(
  repository: Repository,
  from: string,
  to: string,
): Promise<LocalChanges | undefined> {
  const open = new Set(await changedFiles(repository, 'all'))
  const names = ['diff-tree', NO_SUBMODULES, '-r', '-z', '--name-only', '--no-renames', from, to]
  const files = pathsOf(await askGit(repository, names)).filter((file) => open.has(file))
  return files.length === 0 ? undefined : { files, command: STASH }
}

/** Files that differ from the commit that is checked out, with or without untracked ones. */
async function changedFiles(repository: Repository, untracked: 'all' | 'no'): Promise<string[]> {
  const args = ['status', NO_SUBMODULES, '--porcelain', '-z', '--no-renames']
  const status = await askGit(repository, [...args, `--untracked-files=${untracked}`])
  // Each path comes after two letters and a space.
  return pathsOf(status).map((entry) => entry.slice(3))
}
