import type { Statements } from '@/lib/archive/statements'
import { slugFromPath } from '@/lib/article/slug'
import { fileKind } from '@/lib/content/file-kind'
import type { GitBlobs } from '@/lib/git/blobs'
import type { Head } from '@/lib/git/head'
import { listChanges } from '@/lib/git/log'
import type { FileChange } from '@/lib/git/raw-changes'
import { confirmRenames } from '@/lib/git/renames'
import { belowContent, type Repository } from '@/lib/git/repository'
import { followFiles } from '../follow-files'
import { forgetAfter, type StoredCommit, storeCommit } from './store-changes'
import { readMeta, storeMeta } from './store-database'
import { type LineCommit, lineCommits, listLine } from './store-line'

export type ReadOptions = {
  rows: Statements
  head: Head
  blobs: GitBlobs
  signal: AbortSignal
  /** Receives the slugs of changed articles, once they are stored. */
  onStored: (slugs: ReadonlySet<string>) => void
}

/** Commits in one transaction: a reading that was stopped continues after the last one. */
const BATCH = 2_000

/** Reads the commits since the last reading. If the line was rewritten, commits that are no longer on it are removed. */
export async function readCommits(options: ReadOptions): Promise<void> {
  const { rows, head } = options
  const isSamePlace = readMeta(rows, 'prefix') === head.repository.prefix
  const last = isSamePlace ? readMeta(rows, 'last') : undefined
  if (last === head.commit) return
  if (!isSamePlace) forget(options, 0)
  const place = await listLine(rows, head, last)
  forget(options, place)
  await storeLine(options, place)
}

function forget({ rows, head, onStored }: ReadOptions, place: number): void {
  const paths = rows.transaction(() => {
    const gone = forgetAfter(rows, place)
    if (gone.length > 0 || place === 0) rows.run("DELETE FROM meta WHERE key = 'last'")
    storeMeta(rows, 'prefix', head.repository.prefix)
    return gone
  })
  if (paths.length > 0) onStored(new Set(paths.map(slugFromPath)))
}

type Read = { commit: StoredCommit; changes: ReturnType<typeof followFiles> }

async function storeLine(options: ReadOptions, place: number): Promise<void> {
  const { rows, head, blobs, signal } = options
  const { repository } = head
  const commits = lineCommits(rows)
  let batch: Read[] = []
  let pos = place
  for await (const { hash, changes } of listChanges(repository, lineCommits(rows))) {
    if (signal.aborted) return
    const commit = nextCommit(commits, hash)
    pos++
    const ours = changes.map((change) => belowFolder(change, repository))
    batch.push({
      commit: { pos, hash, time: commit.time, subject: commit.subject },
      changes: followFiles(await confirmRenames(ours, blobs), isArticle),
    })
    if (batch.length < BATCH) continue
    storeBatch(options, batch)
    batch = []
  }
  storeBatch(options, batch)
  storeMeta(rows, 'last', head.commit)
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
function belowFolder({ from, ...change }: FileChange, repository: Repository): FileChange {
  const below = (path: string) => belowContent(repository, path)
  return {
    ...change,
    path: below(change.path),
    ...(from && { from: { ...from, path: below(from.path) } }),
  }
}

const isArticle = (path: string) => fileKind(path) === 'article'
