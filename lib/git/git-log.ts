import { runGit } from './git-process'
import type { ListedCommit } from './published-line'
import { type CommitChanges, commitChanges, piecesOf } from './raw-changes'

/** Git's limit for a path is 4 KB; of a subject, which has none, no one reads more than this. */
const MAX_PIECE = 1_048_576
const MAX_SUBJECT = 500

const UNIT = '\u001f'
const FORMAT = ['%H', '%P', '%ct', '%s'].join('%x1f')

/**
 * Pairs of removed and added files beyond which git looks for renames by their content no more: such a commit moves
 * whole folders, and files that keep their names need no search.
 */
const RENAME_LIMIT = 1_000

/** Git counts lines, of which prose has few: what may be a rename is looked at more closely afterwards. */
const MIN_SIMILARITY = 25

/** The commits up to `head`, each before its parents, without those up to `known`. */
export async function* listCommits(
  folder: string,
  head: string,
  known?: string,
): AsyncGenerator<ListedCommit> {
  const range = known === undefined ? [head] : [head, `^${known}`]
  const output = runGit(folder, [
    ...['log', '-z', '--topo-order', '--no-patch', '--no-show-signature', '--no-color'],
    ...['--no-notes', '--encoding=UTF-8', `--format=tformat:${FORMAT}`, ...range, '--'],
  ])
  for await (const piece of piecesOf(output, MAX_PIECE)) {
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

/** What commits did to the files below a folder, each compared with the parent given ('' for none), in that order. */
export function listChanges(
  repository: string,
  below: string,
  commits: Iterable<{ hash: string; parent: string }>,
): AsyncGenerator<CommitChanges> {
  const output = runGit(
    repository,
    [
      ...['diff-tree', '--stdin', '--root', '--always', '-r', '-z', '--raw', '--no-abbrev'],
      ...[`-M${MIN_SIMILARITY}%`, `-l${RENAME_LIMIT}`, '--', below],
    ],
    lines(commits),
  )
  return commitChanges(piecesOf(output, MAX_PIECE))
}

function* lines(commits: Iterable<{ hash: string; parent: string }>): Generator<string> {
  for (const { hash, parent } of commits) yield parent === '' ? `${hash}\n` : `${hash} ${parent}\n`
}
