import type { Statements } from '@/lib/archive/rows'
import { slugFromPath } from '@/lib/article/slug'
import { kindOfFile } from '@/lib/content/content-files'
import type { GitBlobs } from '@/lib/git/git-blobs'
import { listChanges } from '@/lib/git/git-log'
import type { Repository } from '@/lib/git/git-repository'
import type { FileChange } from '@/lib/git/raw-changes'
import { confirmRenames } from '@/lib/git/read-renames'
import { followFiles } from '../follow-files'
import { forgetAfter, type StoredCommit, storeCommit } from './store-changes'
import { readMeta, storeMeta } from './store-database'
import { type LineCommit, lineCommits, listLine } from './store-line'

export type ReadOptions = {
  rows: Statements
  contentDir: string
  repository: Repository
  blobs: GitBlobs
  signal: AbortSignal
  /** Hears of the articles that were changed, by slug, when it is stored. */
  onStored: (slugs: ReadonlySet<string>) => void
}

/** Commits to a transaction: a reading that is stopped goes on from the last one. */
const BATCH = 2_000

/** Reads the commits that came since the last reading. If the line was rewritten, what is no part of it any more goes. */
export async function readCommits(options: ReadOptions): Promise<void> {
  const { rows, contentDir, repository } = options
  const isSamePlace = readMeta(rows, 'prefix') === repository.prefix
  const last = isSamePlace ? readMeta(rows, 'last') : undefined
  if (last === repository.head) return
  if (!isSamePlace) forget(options, 0)
  const place = await listLine(rows, contentDir, repository, last)
  forget(options, place)
  await storeLine(options, place)
}

function forget({ rows, repository, onStored }: ReadOptions, place: number): void {
  const paths = rows.transaction(() => {
    const gone = forgetAfter(rows, place)
    if (gone.length > 0 || place === 0) rows.run("DELETE FROM meta WHERE key = 'last'")
    storeMeta(rows, 'prefix', repository.prefix)
    return gone
  })
  if (paths.length > 0) onStored(new Set(paths.map(slugFromPath)))
}

type Read = { commit: StoredCommit; changes: ReturnType<typeof followFiles> }

async function storeLine(options: ReadOptions, place: number): Promise<void> {
  const { rows, contentDir, repository, blobs, signal } = options
  const commits = lineCommits(rows)
  let batch: Read[] = []
  let pos = place
  for await (const { hash, changes } of listChanges(contentDir, 'articles', lineCommits(rows))) {
    if (signal.aborted) return
    const commit = nextCommit(commits, hash)
    pos++
    const ours = changes.map((change) => belowPrefix(change, repository.prefix))
    batch.push({
      commit: { pos, hash, time: commit.time, subject: commit.subject },
      changes: followFiles(await confirmRenames(ours, blobs), isArticle),
    })
    if (batch.length < BATCH) continue
    storeBatch(options, batch)
    batch = []
  }
  storeBatch(options, batch)
  storeMeta(rows, 'last', repository.head)
}

function nextCommit(commits: Generator<LineCommit>, hash: string): LineCommit {
  const { value } = commits.next()
  if (!value || value.hash !== hash) throw new Error('git answered out of order')
  return value
}

function storeBatch({ rows, onStored }: ReadOptions, batch: readonly Read[]): void {
  const slugs = rows.transaction(() => {
    const paths = batch.flatMap(({ commit, changes }) => storeCommit(rows, commit, changes))
    const last = batch.at(-1)?.commit.hash
    if (last !== undefined) storeMeta(rows, 'last', last)
    return new Set(paths.map(slugFromPath))
  })
  if (slugs.size > 0) onStored(slugs)
}

/** The same change with paths below the content folder. */
function belowPrefix({ from, ...change }: FileChange, prefix: string): FileChange {
  const below = (path: string) => path.slice(prefix.length)
  return {
    ...change,
    path: below(change.path),
    ...(from && { from: { ...from, path: below(from.path) } }),
  }
}

function isArticle(path: string): boolean {
  const at = path.lastIndexOf('/')
  const [dir, name] = at === -1 ? ['', path] : [path.slice(0, at), path.slice(at + 1)]
  return kindOfFile(dir, name) === 'article'
}
