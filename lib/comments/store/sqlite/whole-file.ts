import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** Makes a file, or the names in a folder, survive a power cut. Windows can't do this for folders. */
export function syncToDisk(fileOrFolder: string): void {
  const opened = openSync(fileOrFolder, 'r')
  try {
    fsyncSync(opened)
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    closeSync(opened)
  }
}

/** Copies what the database holds now into one file, beside its writers. The file gets its name once it is complete. */
export function copyDatabase(database: DatabaseSyncInstance, to: string): void {
  const unfinished = `${to}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    database.prepare('vacuum into ?').run(unfinished)
    syncToDisk(unfinished)
    renameSync(unfinished, to)
  } finally {
    rmSync(unfinished, { force: true })
  }
  syncToDisk(path.dirname(to))
}

/** What SQLite finds wrong with the file; undefined when it is intact. */
export function integrityFault(database: DatabaseSyncInstance): string | undefined {
  const [found = ''] = Object.values(database.prepare('pragma integrity_check(1)').get() ?? {})
  return found === 'ok' ? undefined : String(found)
}

/**
 * Copies the write-ahead log into the file and empties it, as far as readers allow within `wait` milliseconds. Returns
 * whether all of it was copied.
 */
export function foldLog(
  database: DatabaseSyncInstance,
  { mode, wait, usualWait }: { mode: 'passive' | 'truncate'; wait: number; usualWait: number },
): boolean {
  database.exec(`pragma busy_timeout = ${wait}`)
  try {
    return database.prepare(`pragma wal_checkpoint(${mode})`).get()?.busy === 0
  } finally {
    database.exec(`pragma busy_timeout = ${usualWait}`)
  }
}

/** The name under which a replaced file is kept. */
export const keptName = (file: string, now: Date) =>
  `${file}.kept-${now.toISOString().replaceAll(/[-:.]/g, '')}`
