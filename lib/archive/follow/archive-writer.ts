import {
  archiveFile,
  buildingFile,
  createArchive,
  fileIdentity,
  isDatabase,
  openToWrite,
  replaceArchive,
} from '../archive-file'
import { isBroken } from '../broken'
import { ALL } from '../cache-tags'
import { checkTexts } from '../check-texts'
import { BEGIN, FINISH } from '../schema'
import type { Statements } from '../statements'
import { recountFrequencies } from '../write/frequencies'
import { type UpdateContext, type UpdateResult, updateArchive } from './update-archive'

/** The caller of an update hears of the problems of this many portions; the rest are found after it returns. */
const PORTIONS_AT_ONCE = 5

export type ArchiveWriterOptions = Omit<UpdateContext, 'rows' | 'building'> & { dataDir: string }

/** The one writer of an archive: opens it, builds it when there is none that works, and brings it up to date. */
export class ArchiveWriter {
  #broken = false
  #open: { rows: Statements; identity: string | undefined } | undefined

  constructor(private readonly options: ArchiveWriterOptions) {}

  /** The archive that readers see; undefined until it was built for the first time. */
  get rows(): Statements | undefined {
    return this.#open?.rows
  }

  /** Brings the archive to what the folder holds, by rebuilding it if it is missing or broken; see `updateArchive` for hints. */
  async update(hinted?: ReadonlySet<string>): Promise<UpdateResult> {
    try {
      if (!this.isInPlace()) this.#reopen()
      if (this.#open === undefined || this.#broken) return await this.#build()
      const { rows } = this.#open
      const result = await updateArchive({ ...this.options, rows, building: false }, hinted)
      this.#checkFirstTexts()
      // A look at all files has gone through what the archive knows of each: the pages stay in the cache, 16 MB.
      rows.database.exec('PRAGMA shrink_memory')
      return result
    } catch (error) {
      if (!isBroken(error)) throw error
      return await this.#build()
    }
  }

  /** Checks some of the texts for which that is due. Returns whether there are more; see `checkTexts`. */
  checkTexts(): boolean {
    if (this.#open === undefined || this.#broken) return false
    const { contentDir, now, onFound } = this.options
    const { found, hasMore } = checkTexts(this.#open.rows, contentDir, now())
    onFound?.(found)
    return hasMore
  }

  #checkFirstTexts(): void {
    for (let portion = 0; portion < PORTIONS_AT_ONCE; portion++) if (!this.checkTexts()) return
  }

  /** Whether the file that is open is the one that stands in DATA_DIR, and wasn't written over. */
  isInPlace(): boolean {
    const file = archiveFile(this.options.dataDir)
    const identity = fileIdentity(file)
    return identity !== undefined && identity === this.#open?.identity && isDatabase(file)
  }

  /** Takes a reader's word that the archive is broken: the next update builds another. */
  distrust(): void {
    this.#broken = true
  }

  close(): void {
    this.#open?.rows.close()
    this.#open = undefined
  }

  #reopen(): void {
    this.close()
    const file = archiveFile(this.options.dataDir)
    const rows = openToWrite(file)
    this.#open = rows && { rows, identity: fileIdentity(file) }
  }

  /**
   * Builds beside the current file, which goes on answering, and goes on where a killed process stopped; from the
   * beginning when what it left is broken.
   */
  async #build(): Promise<UpdateResult> {
    const file = buildingFile(this.options.dataDir)
    const begun = openToWrite(file)
    if (begun === undefined) return await this.#buildIn(createArchive(file))
    try {
      return await this.#buildIn(begun)
    } catch (error) {
      if (!isBroken(error)) throw error
      return await this.#buildIn(createArchive(file))
    }
  }

  async #buildIn(rows: Statements): Promise<UpdateResult> {
    const { dataDir } = this.options
    let result: UpdateResult
    try {
      rows.database.exec(BEGIN)
      result = await updateArchive({ ...this.options, rows, building: true })
      rows.transaction(() => {
        recountFrequencies(rows)
        rows.database.exec(FINISH)
      })
      rows.database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      rows.close()
    }
    this.close()
    replaceArchive(buildingFile(dataDir), archiveFile(dataDir))
    this.#reopen()
    this.#broken = false
    this.#checkFirstTexts()
    const tags = new Set([ALL])
    this.options.onChanged?.(tags)
    return { ...result, tags }
  }
}
