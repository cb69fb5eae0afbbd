import { realpathSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { storeScanProblems } from './problems'
import { readFile } from './read-file'
import type { Statements } from './rows'
import { pathOf, type Scan, type SeenFile, scanContent } from './scan'
import { type Reading, StoreBatch, type Update } from './store-batch'
import { readStoredSite } from './store-site'

/**
 * A file counts only after it looked the same for this long: editors and git write a file in pieces, and a piece
 * must not be taken for the whole.
 */
export const SETTLE_MS = 120

/** Files to a transaction: pages see changes batch by batch, and memory holds one batch. */
const BATCH_FILES = 200
const BATCH_BYTES = 8_000_000

export type UpdateContext = {
  rows: Statements
  contentDir: string
  now: () => Date
  wait: (ms: number) => Promise<void>
  /** Ends the update between two files; what is stored by then is whole. */
  signal?: AbortSignal
  /** True while nobody reads this archive yet: nothing is announced, frequencies are counted at the end. */
  building: boolean
  /** Called after each transaction with the tags of the pages that it made wrong. */
  onChanged?: (tags: ReadonlySet<string>) => void
  onProgress?: (progress: Progress) => void
}

export type Progress = { done: number; total: number; errors: number }

/** `again` says that files were being written meanwhile or have to be read anew: another update must follow. `dirs` are the folders. */
export type UpdateResult = Update & { again: boolean; dirs: string[] }

/** Brings the archive to what the folder holds now. */
export async function updateArchive(context: UpdateContext): Promise<UpdateResult> {
  const { rows } = context
  const contentDir = realpathSync(context.contentDir)
  const scan = scanContent(rows, contentDir)
  const result: UpdateResult = {
    ...{ added: [], changed: [], removed: [], tags: new Set() },
    again: false,
    dirs: scan.dirs,
  }
  storeScanProblems(rows, scan.problems)
  if (scan.changed.length + scan.vanished.size === 0) return result
  await context.wait(SETTLE_MS)
  await settleVanished(rows, contentDir, scan, result)
  const merge = (update: Update) => {
    for (const kind of ['added', 'changed', 'removed'] as const) {
      for (const each of update[kind]) result[kind].push(each)
    }
    for (const tag of update.tags) result.tags.add(tag)
    if (!context.building) context.onChanged?.(update.tags)
  }
  await storeChanged({ ...context, contentDir }, scan, merge, result)
  if (scan.vanished.size > 0) merge(batchOf(context, scan).remove(scan.vanished))
  if (markFreed(rows, [...result.changed, ...result.removed])) result.again = true
  return result
}

/** An editor that saves by deleting and writing anew, or git moving a file, leaves a gap: only what stays away is gone. */
async function settleVanished(
  rows: Statements,
  contentDir: string,
  scan: Scan,
  result: UpdateResult,
) {
  if (scan.vanished.size === 0) return
  const still = scanContent(rows, contentDir).vanished
  for (const each of scan.vanished) {
    if (still.has(each)) continue
    scan.vanished.delete(each)
    result.again = true
  }
}

const batchOf = (context: UpdateContext, scan: Scan) =>
  new StoreBatch(context.rows, scan.vanished, { now: context.now(), building: context.building })

type Merge = (update: Update) => void

async function storeChanged(
  context: UpdateContext,
  scan: Scan,
  merge: Merge,
  result: UpdateResult,
) {
  const progress = { done: 0, total: scan.changed.length, errors: 0 }
  let readings: Reading[] = []
  let bytes = 0
  const store = () => {
    const batch = batchOf(context, scan)
    merge(batch.store(readings))
    if (batch.again) result.again = true
    readings = []
    bytes = 0
    context.onProgress?.({ ...progress })
  }
  for (const file of inReadingOrder(scan.changed)) {
    context.signal?.throwIfAborted()
    const reading = await readSeen(context, file)
    progress.done++
    if (reading.state === 'changing') {
      result.again = true
      continue
    }
    if (reading.state === 'read' && reading.content.kind === 'nothing') progress.errors++
    readings.push(reading)
    bytes += file.size
    if (file.kind === 'site' || readings.length >= BATCH_FILES || bytes >= BATCH_BYTES) store()
  }
  if (readings.length > 0) store()
}

/** site.yaml comes first, since its time zone is part of what every date says. */
function inReadingOrder(files: SeenFile[]): SeenFile[] {
  const order = { site: 0, page: 1, article: 2, media: 3 }
  return files.sort((a, b) => order[a.kind] - order[b.kind])
}

const known = z.object({ hash: z.string() })

function readSeen({ rows, contentDir }: UpdateContext, file: SeenFile) {
  const { dir, name } = file
  const row = rows.one(known, 'SELECT hash FROM files WHERE dir = :dir AND name = :name', {
    dir,
    name,
  })
  const { timeZone } = readStoredSite(rows)
  return readFile(path.join(contentDir, pathOf(file)), file, { hash: row?.hash, timeZone })
}

/** Files that clashed with one which has changed or gone since may be right now: they are read anew. */
function markFreed(rows: Statements, paths: readonly string[]): boolean {
  let marked = 0
  for (const each of paths) {
    marked += rows.run("UPDATE files SET mtime = -1, hash = '', clash = NULL WHERE clash = :each", {
      each,
    }).changes
  }
  return marked > 0
}
