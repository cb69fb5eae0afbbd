import { parseArgs } from 'node:util'
import { heldWords, type Manifest } from '@/lib/comments/commands/backup-manifest'
import { postgresSource, sqliteSource } from '@/lib/comments/commands/backup-sources'
import { readKey } from '@/lib/comments/commands/command'
import { storeBackup } from '@/lib/comments/commands/store-backup'
import { openCommentDatabase } from '@/lib/comments/store/open-database'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'
import { Refusal } from '@/lib/site/refusal'
import { version as app } from '@/package.json'
import { type Command, runCommand } from './run-command'

const USAGE = `npm run backup -- FOLDER

Writes the comments, secret.key and a manifest into FOLDER, even beside a running server.
FOLDER appears when the backup is complete, and replaces an earlier backup of that name.`

/** Says what the export leaves out. */
const PG_DUMP = `This is the export: comments and reported mistakes. The trail and the blocks are in PostgreSQL's own backup:
  pg_dump --format=custom --file=comments.dump "$DATABASE_URL"
  pg_restore --clean --if-exists --dbname="$DATABASE_URL" comments.dump`

export const backup: Command = async (argv, { stdout, stderr, env }) => {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) throw new Refusal(USAGE)
  const settings = env()
  const held = await backUp(folder, settings, (line) => stderr.write(`${line}\n`))
  stdout.write(`${folder}: ${heldWords(held)}\n`)
  if (settings.databaseUrl !== undefined) stdout.write(`${PG_DUMP}\n`)
  return 0
}

async function backUp(
  folder: string,
  settings: Env,
  complain: (line: string) => void,
): Promise<Pick<Manifest, 'comments' | 'reports'>> {
  const version = { app, now: now() }
  if (settings.databaseUrl === undefined) {
    return storeBackup(folder, sqliteSource(settings.dataDir), version)
  }
  const database = openCommentDatabase(settings, {
    log: complain,
    announce: () => {},
    watch: false,
  })
  try {
    const key = await readKey({ settings, database })
    if (!key.ok) throw new Refusal('Nothing was written.')
    return await storeBackup(folder, postgresSource(database, key.value), version)
  } finally {
    await database.close()
  }
}

await runCommand(import.meta.url, backup)
