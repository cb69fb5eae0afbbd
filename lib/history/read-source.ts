import { DatabaseSync } from '@photostructure/sqlite'
import * as z from 'zod'
import { fileIdentity } from '@/lib/archive/archive-file'
import { type Archive, theArchive } from '@/lib/archive/open'
import { Statements } from '@/lib/archive/statements'
import { GitBlobs } from '@/lib/git/blobs'
import { repository } from '@/lib/git/repository'
import { env } from '@/lib/site/env'
import { historyFile, readMeta } from './store/store-database'
import { UNAVAILABLE, type Unavailable } from './unavailable'

/** Readers don't need the writer's lock, but a person who copies the file may lock it briefly. */
const READ_TIMEOUT_MS = 250

const reasons = z.enum(UNAVAILABLE)

export type HistoryState =
  | { state: 'available'; rows: Statements; blobs: GitBlobs }
  | { state: 'unavailable'; reason: Unavailable }

/** The history as readers open it: read-only, at the first query, and again when another file has replaced it. */
export class HistorySource {
  #open: { rows: Statements; identity: string } | undefined
  #git: { blobs: GitBlobs; repository: string } | undefined

  constructor(
    readonly archive: Archive,
    private readonly dataDir: string,
  ) {}

  read(): HistoryState {
    try {
      const rows = this.#rows()
      const state = rows && readMeta(rows, 'state')
      if (rows === undefined || state === undefined) {
        return { state: 'unavailable', reason: 'being read' }
      }
      if (state === 'available') return { state, rows, blobs: this.#blobs(rows) }
      return { state: 'unavailable', reason: reasons.catch('failed').parse(state) }
    } catch {
      // The writer notices a file that can't be read, and rebuilds it.
      this.close()
      return { state: 'unavailable', reason: 'failed' }
    }
  }

  close(): void {
    this.#open?.rows.close()
    this.#open = undefined
    void this.#git?.blobs.stop()
    this.#git = undefined
  }

  /** Reads texts from the repository that the history was read from. */
  #blobs(rows: Statements): GitBlobs {
    const text = readMeta(rows, 'repository') ?? ''
    if (this.#git?.repository !== text) {
      const blobs = new GitBlobs(repository.parse(JSON.parse(text)))
      void this.#git?.blobs.stop()
      this.#git = { blobs, repository: text }
    }
    return this.#git.blobs
  }

  #rows(): Statements | undefined {
    const file = historyFile(this.dataDir)
    const identity = fileIdentity(file)
    if (identity === undefined) return undefined
    if (this.#open?.identity !== identity) {
      this.#open?.rows.close()
      const database = new DatabaseSync(file, { readOnly: true, timeout: READ_TIMEOUT_MS })
      this.#open = { rows: new Statements(database), identity }
    }
    return this.#open.rows
  }
}

let current: HistorySource | undefined

/** The history of this process's environment: one per instance of this module. */
export function theHistory(): HistorySource {
  current ??= new HistorySource(theArchive(), env().dataDir)
  return current
}
