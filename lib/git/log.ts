import type { ListedCommit } from './published-line'
import { type CommitChanges, commitChanges, piecesOf } from './raw-changes'
import type { Repository } from './repository'
import { runGit } from './run-git'
import { NO_SUBMODULES } from './start-git'

const MAX_SUBJECT = 500

const UNIT = '\u001f'
const FORMAT = ['%H', '%P', '%ct', '%s'].join('%x1f')

/**
 * With more pairs of removed and added files, git stops looking for renames by content: such a commit moves whole folders,
 * and files that keep their names need no search.
 */
const RENAME_LIMIT = 1_000

/** Git compares lines, of which prose has few, so possible renames are compared more closely afterwards. */
const MIN_SIMILARITY = 25

/** The commits up to `head`, each before its parents, without those up to `known`. */
export async function* listCommits(
  repository: Repository,
  head: string,
  known?: string,
): AsyncGenerator<ListedCommit> {
  const range = known === undefined ? [head] : [head, `^${known}`]
  const output = runGit(repository, [
    ...['log', '-z', '--topo-order', '--no-patch', '--no-color'],
    ...['--no-notes', '--encoding=UTF-8', `--format=tformat:${FORMAT}`, ...range, '--'],
  ])
  for await (const piece of piecesOf(output)) {
    const [hash, parents, time, ...subject] = piece.split(UNIT)
    if (hash === undefined || parents === undefined || time === undefined) continue
    yield {
      hash,
      parents: parents.split(' ').filter((each) => each !== ''),
      time: Number(time),
      subject: subject.join(' ').slice(0, MAX_SUBJECT),
    }
  }
}

/** What commits did to the articles, each compared with the given parent ('' for none), in the given order. */
export function listChanges(
  repository: Repository,
  commits: Iterable<{ hash: string; parent: string }>,
): AsyncGenerator<CommitChanges> {
  const output = runGit(
    repository,
    [
      ...[
        'diff-tree',
        NO_SUBMODULES,
        '--stdin',
        '--root',
        '--always',
        '-r',
        '-z',
        '--raw',
        '--no-abbrev',
      ],
      ...[`-M${MIN_SIMILARITY}%`, `-l${RENAME_LIMIT}`, '--', `${repository.prefix}articles`],
    ],
    { input: lines(commits) },
  )
  return commitChanges(piecesOf(output))
}

function* lines(commits: Iterable<{ hash: string; parent: string }>): Generator<string> {
  for (const { hash, parent } of commits) yield parent === '' ? `${hash}\n` : `${hash} ${parent}\n`
}
