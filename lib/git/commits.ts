import type { Repository } from './repository'
import { askGit } from './run-git'
import { NO_SUBMODULES } from './start-git'

/** The commits reachable from `of` but not from `without`. Names that the repository no longer has are ignored. */
export type Range = { of: string; without: readonly string[] }

function* lines({ of, without }: Range): Generator<string> {
  yield `${of}\n`
  for (const name of without) yield `^${name}\n`
}

const STDIN = ['--ignore-missing', '--stdin']

export async function countCommits(repository: Repository, range: Range): Promise<number> {
  const args = ['rev-list', '--count', ...STDIN]
  return Number(await askGit(repository, args, { input: lines(range) }))
}

/** The files that the commits changed; for a merge, those that it brought into the branch. */
export async function filesOfCommits(repository: Repository, range: Range): Promise<string[]> {
  const args = ['log', NO_SUBMODULES, '--first-parent', '-m', '--name-only', '--no-renames', '-z']
  return pathsOf(
    await askGit(repository, [...args, '--format=', ...STDIN], { input: lines(range) }),
  )
}

/** The paths of a list that git separates by NUL bytes, each once. */
export const pathsOf = (text: string): string[] =>
  [...new Set(text.split('\0'))].filter((file) => file !== '').sort()
