import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { now } from '@/lib/site/clock'
import { outliveReaders } from '@/lib/site/outlive-readers'
import { type BenchRow, benchArchive } from './archive'
import { benchComments } from './comments'
import { benchHistory } from './history'
import { benchHostile } from './hostile'
import { benchInsight } from './insight'
import { putTables, writeTable } from './readme-tables'
import { benchRelated } from './related'
import { benchSearch } from './search'
import { benchServer } from './server'

/** `npm run bench [-- part …]`: measures all parts, or these, and writes the tables into its README. */
const PARTS: Record<string, () => Promise<BenchRow[]>> = {
  server: () => benchServer(),
  archive: () => benchArchive(),
  history: () => benchHistory(),
  related: () => benchRelated(),
  search: () => benchSearch(),
  insight: () => benchInsight(),
  comments: () => benchComments(),
  hostile: () => benchHostile(),
}

outliveReaders()
const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !(part in PARTS))
if (unknown.length > 0) {
  process.stderr.write(
    `No part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}\n`,
  )
  process.exit(1)
}

const tables = new Map<string, string>()
for (const [part, bench] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(part)) continue
  process.stdout.write(`${part}…\n`)
  const table = writeTable(part, await bench(), now())
  process.stdout.write(`\n${table}\n\n`)
  tables.set(part, table)
}
const readme = path.join(import.meta.dirname, 'README.md')
writeFileSync(readme, putTables(readFileSync(readme, 'utf8'), tables, Object.keys(PARTS)))
