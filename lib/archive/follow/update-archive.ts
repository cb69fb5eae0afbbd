import { realpathSync } from 'node:fs'
import { splitPath } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import { isCheckoutUnderWay } from '@/lib/git/checkout'
import { SETTINGS } from '../settings'
import type { Statements } from '../statements'
import type { Update } from '../update-notes'
import { storeFolderProblems } from '../write/problems'
import { readStoredSite } from '../write/store-site'
import { readStoredTags } from '../write/store-tags'
import { readFiles } from './read-files'
import { isWrong, type SeenFile } from './reading'
import { type Scan, scanContent, scanFiles } from './scan'
import { type Reading, StoreBatch } from './store-batch'

/**
 * A file is read only after it has stayed the same for this long: editors and git write a file in pieces, and a piece must
 * not be taken for the whole.
 */
export const SETTLE_MS = 120

/** Files in one transaction: pages see changes batch by batch, and memory holds one batch. */
const BATCH_FILES = 200
/** Before anyone reads the archive, only memory limits the size of a transaction. */
const BUILDING_BATCH_FILES = 400
const BATCH_BYTES = 8_000_000

export type UpdateContext = {
  rows: Statements
  contentDir: string
  now: () => Date
  wait: (ms: number) => Promise<void>
  /** Stops the update between two files; what it has stored by then is complete. */
  signal?: AbortSignal
  /** True until readers can open this archive: nothing is announced, and frequencies are counted at the end. */
  building: boolean
  /** Receives each problem once, when it is found. */
  onFound?: (problems: readonly Problem[]) => void
  /** Called after each transaction with the cache tags of the pages that are now out of date. */
  onChanged?: (tags: ReadonlySet<string>) => void
  onProgress?: (progress: Progress) => void
}

export type Progress = { done: number; total: number; errors: number }

/**
 * `again` says that another update must follow, because files were still being written or must be read again. `dirs` are
 * the folders.
 */
export type UpdateResult = Update & { again: boolean; dirs: string[] }

/** Updates the archive to match the folder, or only the `hinted` files that it already knows. */
export async function updateArchive(
  context: UpdateContext,
  hinted?: ReadonlySet<string>,
): Promise<UpdateResult> {
  const { rows } = context
  const contentDir = realpathSync(context.contentDir)
  // Between two steps of git a moved file is missing, or exists in two places.
  while (isCheckoutUnderWay(contentDir, context.now())) {
    context.signal?.throwIfAborted()
    await context.wait(SETTLE_MS)
  }
  const scan = hinted ? scanFiles(rows, contentDir, hinted) : scanContent(rows, contentDir)
  const result: UpdateResult = {
    ...{ added: [], changed: [], removed: [], tags: new Set() },
    again: false,
    dirs: scan.dirs,
  }
  if (hinted === undefined) {
    const found = storeFolderProblems(rows, scan.problems)
    context.onFound?.(found)
  }
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
  if (scan.vanished.size > 0) {
    const transaction = batchOf(context, scan)
    merge(transaction.remove(scan.vanished))
    if (transaction.again) result.again = true
  }
  if (markFreed(rows, [...result.changed, ...result.removed])) result.again = true
  return result
}

/**
 * An editor that saves by deleting and rewriting a file, and git when it moves one, leave a gap: a file counts as removed
 * only if it stays missing.
 */
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
  new StoreBatch(context.rows, scan.vanished, { ...context, now: context.now() })

type Merge = (update: Update) => void

async function storeChanged(
  context: UpdateContext,
  scan: Scan,
  merge: Merge,
  result: UpdateResult,
) {
  const progress = { done: 0, total: scan.changed.length, errors: 0 }
  const batchFiles = context.building ? BUILDING_BATCH_FILES : BATCH_FILES
  let batch: Reading[] = []
  let bytes = 0
  const store = () => {
    if (batch.length === 0) return
    const transaction = batchOf(context, scan)
    merge(transaction.store(batch))
    if (transaction.again) result.again = true
    batch = []
    bytes = 0
    context.onProgress?.({ ...progress })
  }
  // site.yaml and tags.yaml come first: every date depends on the site's time zone, and every text on its language.
  for (const files of inReadingOrder(scan.changed)) {
    const { contentDir } = context
    const { lang, timeZone } = readStoredSite(context.rows)
    const tags = readStoredTags(context.rows)
    const place = { contentDir, site: { lang, timeZone }, tags, now: context.now() }
    for await (const readings of readFiles(place, files)) {
      context.signal?.throwIfAborted()
      for (const reading of readings) {
        progress.done++
        if (reading.state === 'changing') {
          result.again = true
          keepMoving(scan, reading.file.name)
          continue
        }
        if (reading.state === 'read' && isWrong(reading.content)) progress.errors++
        batch.push(reading)
        bytes += reading.file.size
      }
      if (batch.length >= batchFiles || bytes >= BATCH_BYTES) store()
    }
    store()
  }
}

function inReadingOrder(files: readonly SeenFile[]): SeenFile[][] {
  const ofKind = (kind: SeenFile['kind']) => files.filter((file) => file.kind === kind)
  return [
    ofKind('site'),
    [...ofKind('tags'), ...SETTINGS.flatMap(ofKind)],
    [...ofKind('page'), ...ofKind('article')],
    [...ofKind('media'), ...ofKind('other')],
  ]
}

/** Keeps the article of a moved file, still being written in its new place, until that file is read. */
function keepMoving(scan: Scan, name: string): void {
  for (const each of scan.vanished) {
    if (splitPath(each).name === name) scan.vanished.delete(each)
  }
}

/** Files that clashed with one that has changed or been removed may be valid now: they are read again. */
function markFreed(rows: Statements, paths: readonly string[]): boolean {
  let marked = 0
  for (const each of paths) {
    marked += rows.run("UPDATE files SET mtime = -1, hash = '', clash = NULL WHERE clash = :each", {
      each,
    }).changes
  }
  return marked > 0
}
