import { parseArgs } from 'node:util'
import { heldWords } from '@/lib/comments/commands/backup-manifest'
import { type Backup, readBackup } from '@/lib/comments/commands/read-backup'
import { restoreToPostgres } from '@/lib/comments/commands/restore-postgres'
import { restoreToFile } from '@/lib/comments/commands/restore-sqlite'
import { migrations } from '@/lib/comments/store/migrations'
import { openCommentDatabase } from '@/lib/comments/store/open-database'
import { lockDataDir } from '@/lib/server/data-lock'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'
import { Refusal } from '@/lib/site/refusal'
import { version as app } from '@/package.json'
import { type Command, runCommand } from './run-command'

const USAGE = `npm run restore -- FOLDER [--replace]

Puts the comments and secret.key of a backup into DATA_DIR, or into the empty database of DATABASE_URL.
The server must be stopped.

--replace  moves existing comments aside, under another name`

export const restore: Command = async (argv, { stdout, stderr, env }) => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new Refusal(USAGE)
  const say = (line: string) => stdout.write(`${line}\n`)
  const complain = (line: string) => stderr.write(`${line}\n`)
  const settings = env()
  const backup = await readBackup(folder, { app, schema: Object.keys(migrations('sqlite')) })
  const lock = lockDataDir(settings.dataDir, `a restore with process number ${process.pid}`)
  try {
    const kept = await putBack(backup, values.replace, settings, complain)
    for (const file of kept) say(`Kept: ${file}`)
  } finally {
    lock.release()
  }
  say(`Restored: ${heldWords(backup.manifest)}, as of ${backup.manifest.made}`)
  return 0
}

async function putBack(
  backup: Backup,
  replace: boolean,
  { dataDir, databaseUrl }: Env,
  complain: (line: string) => void,
): Promise<string[]> {
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

await runCommand(import.meta.url, restore)
