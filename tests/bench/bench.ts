import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type BenchRow, benchArchive } from './archive'
import { benchComments } from './comments'
import { benchInsight } from './insight'
import { root } from './programs'
import { benchRelated } from './related'
import { benchSearch } from './search'
import { benchServer } from './server'

/** `npm run bench [-- part …]`: the figures of all parts, or of these, as a table; those of all go into the README. */
const PARTS: Record<string, () => Promise<BenchRow[]>> = {
  server: () => benchServer(),
  archive: () => benchArchive(),
  related: () => benchRelated(),
  search: () => benchSearch(),
  insight: () => benchInsight(),
  comments: () => benchComments(),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !(part in PARTS))
if (unknown.length > 0) {
  process.stderr.write(
    `No part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}\n`,
  )
  process.exit(1)
}

const rows: BenchRow[] = []
for (const [part, bench] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(part)) continue
  process.stdout.write(`${part}…\n`)
  rows.push(...(await bench()))
}
publish()

function publish(): void {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  const line = (...cells: string[]) => `| ${cells.join(' | ')} |`
  const table = [
    line('what', 'measured', 'goal'),
    '|---|---|---|',
    ...rows.map(({ what, measured, goal }) => line(what, measured, goal)),
  ].join('\n')
  const text = `Measured by \`npm run bench\` on ${machine}. Ratios are of requests per second of processor time, in turns.\n\n${table}`
  process.stdout.write(`\n${text}\n`)
  if (asked.length > 0) return
  const readme = path.join(root, 'README.md')
  const marks = /(<!-- bench:start -->)[\s\S]*?(<!-- bench:end -->)/
  const before = readFileSync(readme, 'utf8')
  writeFileSync(
    readme,
    before.replace(marks, (_all, start, end) => `${start}\n${text}\n${end}`),
  )
}
