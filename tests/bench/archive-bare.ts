import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { plainText } from '@/lib/markdown/plain-text'

/**
 * Run by archive.ts: a bare loop that reads each file, extracts its text with the lexer and adds it to a full-text table,
 * nothing else. Prints its milliseconds, to which a first index is compared on any machine.
 */
const [, , contentDir = '', dataDir = ''] = process.argv
const BATCH = 1_000

const begin = performance.now()
mkdirSync(dataDir, { recursive: true })
const database = new DatabaseSync(path.join(dataDir, 'bare.sqlite'))
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  CREATE VIRTUAL TABLE texts USING fts5(body, content='', contentless_delete=1)`)
const insert = database.prepare('INSERT INTO texts (rowid, body) VALUES (:id, :body)')
const files = readdirSync(contentDir, { recursive: true, encoding: 'utf8' })
let id = 0
database.exec('BEGIN')
for (const file of files) {
  if (!file.endsWith('.md')) continue
  const text = readFileSync(path.join(contentDir, file), 'utf8')
  insert.run({ id: ++id, body: plainText(text.slice(text.indexOf('\n---\n') + 5)) })
  if (id % BATCH === 0) database.exec('COMMIT; BEGIN')
}
database.exec('COMMIT')
database.close()
console.log(JSON.stringify({ bare: performance.now() - begin }))
