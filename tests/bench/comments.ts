import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { killWriters } from '../support/kill-writers'
import type { BenchRow } from './archive'
import { benchPostgres, benchSqlite } from './comments-accepted'
import { benchBackups } from './comments-backup'
import { benchReading } from './comments-reading'

const KILLS = 100

async function benchKills(folder: string, kills: number): Promise<BenchRow> {
  const file = path.join(folder, 'killed.sqlite')
  const acknowledged = await killWriters(file, kills)
  const database = new DatabaseSync(file)
  const texts = database
    .prepare('select text from comments')
    .all()
    .map((found) => String(found.text))
  const integrity = database.prepare('pragma integrity_check').get()
  database.close()
  const lost = [...acknowledged].filter((number) => !texts.includes(`Comment ${number}`)).length
  const twice = texts.length - new Set(texts).size
  const measured = `${lost} lost, ${twice} twice of ${acknowledged.size}, integrity ${Object.values(integrity ?? {})[0]}`
  return { what: `comments after ${kills} kills under load`, measured, goal: '0 lost, 0 twice, ok' }
}

/** Accepted comments compared to bare inserts, a very lively article, a hundred kills, and backups. */
export async function benchComments(kills = KILLS): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  try {
    return [
      await benchSqlite(folder),
      await benchPostgres(),
      ...(await benchReading(folder)),
      await benchKills(folder, kills),
      await benchBackups(folder),
    ]
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchComments(Number(process.argv[2] ?? KILLS)))
}
