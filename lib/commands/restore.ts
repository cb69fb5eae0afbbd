import { parseArgs } from 'node:util'
import { heldWords, Refusal } from '@/lib/comments/commands/backup-manifest'
import { type Backup, readBackup } from '@/lib/comments/commands/read-backup'
import { restoreToPostgres } from '@/lib/comments/commands/restore-postgres'
import { restoreToFile } from '@/lib/comments/commands/restore-sqlite'
import { migrations } from '@/lib/comments/store/migrations'
import { openCommentDatabase } from '@/lib/comments/store/open-database'
import { lockDataDir } from '@/lib/server/data-lock'
import { now } from '@/lib/site/clock'
import { env } from '@/lib/site/env'
import { version as app } from '@/package.json'
import { complain, runCommand, say } from './run-command'

const USAGE = `npm run restore -- FOLDER [--replace]

Puts the comments and secret.key of a backup into DATA_DIR, or into the empty database of DATABASE_URL.
The server must be stopped.

--replace  puts existing comments aside: they are kept under another name`

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new Refusal(USAGE)
  const backup = await readBackup(folder, { app, schema: Object.keys(migrations('sqlite')) })
  const lock = lockDataDir(env().dataDir, `a restore with process number ${process.pid}`)
  try {
    for (const kept of await restore(backup, values.replace)) say(`Kept: ${kept}`)
  } finally {
    lock.release()
  }
  say(`Restored: ${heldWords(backup.manifest)}, as of ${backup.manifest.made}`)
})

async function restore(backup: Backup, replace: boolean): Promise<string[]> {
  const { dataDir, databaseUrl } = env()
  if (databaseUrl === undefined) {
    return restoreToFile(backup, { dataDir, replace, now: now(), complain })
  }
  const listeners = { log: complain, announce: () => {}, watch: false }
  const database = openCommentDatabase({ dataDir, databaseUrl }, listeners)
  try {
    await restoreToPostgres(backup, database, now())
    return []
  } finally {
    await database.close()
  }
}
