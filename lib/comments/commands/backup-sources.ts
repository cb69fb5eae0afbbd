import { closeSync, copyFileSync, existsSync, openSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import type { CommentDatabase } from '../store/comment-database'
import { migrations } from '../store/migrations'
import { COMMENTS_FILE } from '../store/open-database'
import { SECRET_FILE } from '../store/secret-key'
import { copyDatabase } from '../store/sqlite/whole-file'
import { EXPORT_FILE } from './backup-manifest'
import { type DatabaseFacts, readDatabase, withDatabase } from './read-database'
import { writeExport } from './whole-export'

/** Writes the comments and the key into an empty folder. */
export type BackupSource = (folder: string) => Promise<DatabaseFacts>

/** A consistent copy of the comments file, even beside a running server. */
export const sqliteSource =
  (dataDir: string): BackupSource =>
  async (folder) => {
    for (const name of [COMMENTS_FILE, SECRET_FILE]) {
      if (existsSync(path.join(dataDir, name))) continue
      throw new Refusal(`DATA_DIR: ${dataDir} holds no ${name}. Is it the server's?`)
    }
    const [file, copy] = [path.join(dataDir, COMMENTS_FILE), path.join(folder, COMMENTS_FILE)]
    copyFileSync(path.join(dataDir, SECRET_FILE), path.join(folder, SECRET_FILE))
    try {
      withDatabase(file, (database) => copyDatabase(database, copy))
      return readDatabase(copy)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Refusal(`${file} can't be copied: ${reason}`, { cause: error })
    }
  }

/** Everything that `export` writes of a PostgreSQL database, and the key that its servers share. */
export const postgresSource =
  (database: CommentDatabase, key: string): BackupSource =>
  async (folder) => {
    writeFileSync(path.join(folder, SECRET_FILE), `${key}\n`, { mode: 0o600 })
    const file = openSync(path.join(folder, EXPORT_FILE), 'wx')
    try {
      const written = await writeExport(database, (line) => writeSync(file, `${line}\n`))
      if (!written.ok) throw new Refusal('The database can’t be read now.')
      return { schema: Object.keys(migrations('postgres')), ...written.value }
    } finally {
      closeSync(file)
    }
  }
