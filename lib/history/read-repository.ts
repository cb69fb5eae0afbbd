import { isBroken } from '@/lib/archive/broken'
import type { Statements } from '@/lib/archive/statements'
import { GitBlobs } from '@/lib/git/blobs'
import { findHead, type Head } from '@/lib/git/head'
import type { Repository } from '@/lib/git/repository'
import type { SiteDefaults } from '@/lib/site/site'
import { readCommits } from './store/read-commits'
import { openHistory, readMeta, removeHistory, storeMeta } from './store/store-database'
import { storeFacts } from './store/store-facts'
import type { ReadingResult } from './worker-messages'

export type ReadingOptions = {
  repository: Repository | undefined
  dataDir: string
  site: SiteDefaults
  now: () => Date
  signal: AbortSignal
  /** Receives the slugs of articles whose history has changed. */
  onStored: (slugs: ReadonlySet<string>) => void
}

/** Updates the history to match the repository; this is all the work of its one writer. */
export async function readRepository(options: ReadingOptions): Promise<ReadingResult> {
  try {
    return await read(options)
  } catch (error) {
    if (!isBroken(error)) throw error
    removeHistory(options.dataDir)
    return await read(options)
  }
}

async function read(options: ReadingOptions): Promise<ReadingResult> {
  const head = await findHead(options.repository)
  const rows = openHistory(options.dataDir)
  try {
    const before = readMeta(rows, 'state')
    if (head.state === 'unavailable') {
      const { reason, message } = head
      storeMeta(rows, 'state', reason)
      return { state: reason, message, changed: before !== reason }
    }
    await readNew(options, rows, head)
    return { state: 'available', message: '', changed: before !== 'available' }
  } finally {
    rows.close()
  }
}

async function readNew(options: ReadingOptions, rows: Statements, head: Head): Promise<void> {
  // Pages read texts from this repository.
  storeMeta(rows, 'repository', JSON.stringify(head.repository))
  const blobs = new GitBlobs(head.repository)
  try {
    await readCommits({ ...options, rows, head, blobs })
    if (!options.signal.aborted) storeMeta(rows, 'state', 'available')
    await storeFacts({ ...options, rows, blobs })
  } finally {
    await blobs.stop()
  }
}
