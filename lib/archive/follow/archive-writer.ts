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
import { storeAllEntriesUntil } from '../write/languages-of-story'
import { recheckSignedTags } from '../write/signed-tags'
import { type UpdateContext, type UpdateResult, updateArchive } from './update-archive'

/** An update returns the problems found in this many portions; the rest are found after it returns. */
const PORTIONS_AT_ONCE = 5

export type ArchiveWriterOptions = Omit<UpdateContext, 'rows' | 'building'> & { dataDir: string }

/** The one writer of an archive: opens it, builds it when there is none that works, and keeps it up to date. */
export class ArchiveWriter {
  #broken = false
  #open: { rows: Statements; identity: string | undefined } | undefined

  constructor(private readonly options: ArchiveWriterOptions) {}

  /** The archive that readers see; undefined until the first build is done. */
  get rows(): Statements | undefined {
    return this.#open?.rows
  }

  /** Updates the archive to match the folder, and rebuilds it if it is missing or broken; for hints see `updateArchive`. */
  async update(hinted?: ReadonlySet<string>): Promise<UpdateResult> {
    try {
      if (!this.isInPlace()) this.#reopen()
      if (this.#open === undefined || this.#broken) return await this.#build()
      const { rows } = this.#open
      const result = await updateArchive({ ...this.options, rows, building: false }, hinted)
      this.#checkFirstTexts()
      // A scan of all files read every row of the archive and left its pages in SQLite's cache, 16 MB.
      rows.database.exec('PRAGMA shrink_memory')
      return result
    } catch (error) {
      if (!isBroken(error)) throw error
      return await this.#build()
    }
  }

  /** Checks some of the texts that are due for a check. Returns whether more remain; see `checkTexts`. */
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

  /** Whether the open file is still the one in DATA_DIR, and nobody overwrote it. */
  isInPlace(): boolean {
    const file = archiveFile(this.options.dataDir)
    const identity = fileIdentity(file)
    return identity !== undefined && identity === this.#open?.identity && isDatabase(file)
  }

  /** Called when a reader finds the archive broken: the next update rebuilds it. */
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
   * Builds in a second file while the current one still answers. Continues where a killed process stopped, or starts over
   * when that process left a broken file.
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
        storeAllEntriesUntil(rows)
        recheckSignedTags(rows)
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
