import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { Refusal } from '@/lib/site/refusal'
import { COMMENTS_FILE, openCommentDatabase } from '../store/open-database'
import { SECRET_FILE } from '../store/secret-key'
import { copyDatabase, keptName, syncToDisk } from '../store/sqlite/whole-file'
import { EXPORT_FILE, heldWords } from './backup-manifest'
import { parseExport } from './parse-export'
import type { Backup } from './read-backup'
import { type DatabaseFacts, readDatabase } from './read-database'
import { storeExport } from './whole-export'

type Options = {
  dataDir: string
  /** Whether existing comments may be moved aside. */
  replace: boolean
  now: Date
  complain: (line: string) => void
}

/**
 * Puts the comments and the key of a backup into DATA_DIR, which no server may be using, and returns the names under which
 * it kept the old ones. If it throws a Refusal, nothing has changed.
 */
export async function restoreToFile(backup: Backup, options: Options): Promise<string[]> {
  const { dataDir, replace, now } = options
  const [file, key] = [path.join(dataDir, COMMENTS_FILE), path.join(dataDir, SECRET_FILE)]
  if (!replace) refuseComments(file)
  const made = mkdtempSync(path.join(dataDir, 'restoring-'))
  try {
    const [newFile, newKey] = [path.join(made, COMMENTS_FILE), path.join(made, SECRET_FILE)]
    copyFileSync(backup.key, newKey)
    await bringComments(backup, made, options)
    const { comments, reports } = requireWhole(newFile)
    if (comments !== backup.manifest.comments || reports !== backup.manifest.reports) {
      throw new Refusal(`${backup.database} holds other comments than its manifest says.`)
    }
    for (const each of [newFile, newKey]) syncToDisk(each)
    const kept = [keepDatabase(file, now), keepKey(key, newKey, now)]
    renameSync(newKey, key)
    // SQLite must not read the old file's log as the new file's.
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
    renameSync(newFile, file)
    syncToDisk(dataDir)
    return kept.filter((name) => name !== undefined)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function refuseComments(file: string): void {
  if (!existsSync(file)) return
  let held = 'something that can’t be read'
  try {
    const facts = readDatabase(file)
    if (facts.comments + facts.reports === 0) return
    held = heldWords(facts)
  } catch {
    // A file that can't be read is refused too: nobody can say what would be lost with it.
  }
  throw new Refusal(`${file} holds ${held}. With --replace it is kept under another name.`)
}

async function bringComments(
  backup: Backup,
  folder: string,
  { now, complain }: Options,
): Promise<void> {
  if (path.basename(backup.database) !== EXPORT_FILE) {
    copyFileSync(backup.database, path.join(folder, COMMENTS_FILE))
    return
  }
  const parsed = parseExport(readFileSync(backup.database, 'utf8'))
  if (!parsed.ok) throw new Refusal(`${backup.database}:${parsed.problems[0]}`)
  const listeners = { log: complain, announce: () => {}, watch: false }
  const database = openCommentDatabase({ dataDir: folder }, listeners)
  const secret = readFileSync(backup.key, 'utf8').trim()
  const stored = await storeExport(database, parsed, { secret, now }).finally(() =>
    database.close(),
  )
  if (!stored.ok) throw new Refusal('The comments could not be stored. Nothing was restored.')
}

function requireWhole(file: string): DatabaseFacts {
  try {
    return readDatabase(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Refusal(`The backup can't be used: ${reason}`, { cause: error })
  }
}

/** The name under which the file was kept, with everything that its log held; undefined when there was no file. */
function keepDatabase(file: string, now: Date): string | undefined {
  if (!existsSync(file)) return undefined
  const kept = keptName(file, now)
  try {
    const database = new DatabaseSync(file)
    try {
      copyDatabase(database, kept)
    } finally {
      database.close()
    }
  } catch {
    // A damaged file is copied as it is.
    copyFileSync(file, kept)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${kept}-wal`)
  }
  return kept
}

function keepKey(key: string, next: string, now: Date): string | undefined {
  if (!existsSync(key) || readFileSync(key).equals(readFileSync(next))) return undefined
  const kept = keptName(key, now)
  copyFileSync(key, kept)
  return kept
}
