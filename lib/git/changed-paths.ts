import { piecesOf } from './raw-changes'
import { belowContent, type Repository } from './repository'
import { runGit } from './run-git'
import { NO_SUBMODULES } from './start-git'

/** Paths below the content folder, of any kind of file, in Unicode form NFC. */
export type ChangedPaths = {
  added: string[]
  changed: string[]
  removed: string[]
}

const KINDS: Record<string, keyof ChangedPaths> = { A: 'added', D: 'removed' }

/** The differences between two commits in the content folder. */
export async function listChangedPaths(
  repository: Repository,
  from: string,
  to: string,
): Promise<ChangedPaths> {
  const paths: ChangedPaths = { added: [], changed: [], removed: [] }
  const below = repository.prefix === '' ? [] : ['--', repository.prefix]
  const args = ['diff-tree', NO_SUBMODULES, '-r', '-z', '--name-status', '--no-renames']
  let status: string | undefined
  // A letter and a path, alternating.
  for await (const piece of piecesOf(runGit(repository, [...args, from, to, ...below]))) {
    if (status !== undefined)
      paths[KINDS[status] ?? 'changed'].push(belowContent(repository, piece))
    status = status === undefined ? piece : undefined
  }
  return paths
}
