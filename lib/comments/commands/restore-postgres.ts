import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import type { CommentDatabase } from '../store/comment-database'
import { replaceKey } from '../store/secret-key'
import { EXPORT_FILE } from './backup-manifest'
import { parseExport } from './parse-export'
import type { Backup } from './read-backup'
import { readForExport } from './transfer'
import { storeExport } from './whole-export'

/** Puts the comments and the key of a backup into an empty PostgreSQL database. Throws a Refusal. */
export async function restoreToPostgres(
  backup: Backup,
  database: CommentDatabase,
  now: Date,
): Promise<void> {
  if (path.basename(backup.database) !== EXPORT_FILE) {
    throw new Refusal(
      'This backup holds a SQLite file. Restore it without DATABASE_URL into a new DATA_DIR, then export it from there ' +
        'and import the export with DATABASE_URL.',
    )
  }
  const parsed = parseExport(readFileSync(backup.database, 'utf8'))
  if (!parsed.ok) throw new Refusal(`${backup.database}:${parsed.problems[0]}`)
  const held = await database.read((db) => readForExport(db, ''))
  if (!held.ok) throw new Refusal('The database can’t be used now.')
  if (held.value.length > 0) {
    throw new Refusal(
      `The database at ${database.where} holds comments. Give an empty one in DATABASE_URL, or add what it lacks: ` +
        `npm run comments -- import ${backup.database}`,
    )
  }
  const secret = readFileSync(backup.key, 'utf8').trim()
  const isReplaced = await database.write((writing) => replaceKey(writing, secret))
  const stored = isReplaced.ok ? await storeExport(database, parsed, { secret, now }) : isReplaced
  if (stored.ok) return
  throw new Refusal(
    `The database failed before everything was stored. To continue: npm run comments -- import ${backup.database}`,
  )
}
