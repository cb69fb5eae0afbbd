import * as z from 'zod'
import type { Statements } from '@/lib/archive/statements'
import type { Head } from '@/lib/git/head'
import { listCommits } from '@/lib/git/log'
import { LineWalk, type ListedCommit } from '@/lib/git/published-line'
import { GitError } from '@/lib/git/run-git'
import { findPosition } from './store-changes'

/** A commit of the published line that is still to be read. */
export type LineCommit = {
  hash: string
  /** '' for the first commit. */
  parent: string
  time: number
  subject: string
}

/** Commits read from the table at a time, so that memory doesn't grow with the length of the history. */
const CHUNK = 1_000

const position = z.object({ pos: z.number() })
const listed = z.object({
  i: z.number(),
  hash: z.string(),
  parent: z.string(),
  time: z.number(),
  subject: z.string(),
})

/**
 * Lists the published line in a temporary table, back to the last known commit. Returns the position after which reading
 * continues: 0 when the history must be read from its start.
 */
export async function listLine(
  rows: Statements,
  head: Head,
  last: string | undefined,
): Promise<number> {
  if (last !== undefined) {
    const place = await ifKnown(walkLine(rows, head, last))
    if (place !== undefined) return place
  }
  // The last known commit is no longer on the line: somebody has rewritten it.
  return (await walkLine(rows, head, undefined)) ?? 0
}

/** It is no error if git has since dropped the last known commit. */
async function ifKnown(walk: Promise<number | undefined>): Promise<number | undefined> {
  try {
    return await walk
  } catch (error) {
    if (error instanceof GitError && error.code === 128) return undefined
    throw error
  }
}

async function walkLine(
  rows: Statements,
  { repository, commit: head, branch }: Head,
  last: string | undefined,
): Promise<number | undefined> {
  rows.database.exec(`DROP TABLE IF EXISTS temp.line; CREATE TEMP TABLE line (
    i INTEGER PRIMARY KEY, hash TEXT NOT NULL, parent TEXT NOT NULL, time INTEGER NOT NULL, subject TEXT NOT NULL)`)
  const walk = new LineWalk(head, branch)
  let batch: ListedCommit[] = []
  let i = 0
  const flush = (parents: string[]) => {
    rows.transaction(() => {
      for (const [index, { hash, time, subject }] of batch.entries()) {
        const parent = parents[index] ?? ''
        rows.run(ADD, { i: i++, hash, parent, time, subject })
      }
    })
    batch = []
  }
  let parents: string[] = []
  let place = findPosition(rows, head)
  if (place !== undefined) return place
  for await (const commit of listCommits(repository, head, last)) {
    const parent = walk.take(commit)
    if (parent === undefined) continue
    batch.push(commit)
    parents.push(parent)
    if (batch.length >= CHUNK) {
      flush(parents)
      parents = []
    }
    place = findPosition(rows, parent)
    if (place !== undefined || parent === '') break
  }
  flush(parents)
  if (place !== undefined) return place
  if (walk.next === last) return lastPosition(rows)
  return walk.next === '' ? 0 : undefined
}

const ADD = `INSERT INTO temp.line (i, hash, parent, time, subject)
  VALUES (:i, :hash, :parent, :time, :subject)`

export function lastPosition(rows: Statements): number {
  return rows.one(position, 'SELECT ifnull(max(pos), 0) AS pos FROM commits')?.pos ?? 0
}

/** The commits that `listLine` listed, oldest first. */
export function* lineCommits(rows: Statements): Generator<LineCommit> {
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const chunk = rows.all(
      listed,
      'SELECT * FROM temp.line WHERE i < :before ORDER BY i DESC LIMIT :limit',
      { before, limit: CHUNK },
    )
    for (const { i, ...commit } of chunk) {
      before = i
      yield commit
    }
    if (chunk.length < CHUNK) return
  }
}
