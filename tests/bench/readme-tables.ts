import os from 'node:os'
import type { BenchRow } from './archive'

const BLOCK = /(<!-- bench:start -->)([\s\S]*?)(<!-- bench:end -->)/
const PART = /<!-- bench:part (\S+) -->\n([\s\S]*?)(?=\n*<!-- bench:part |\n*$)/g

const line = (...cells: string[]) => `| ${cells.join(' | ')} |`

/** The figures of one part, with the machine and the day: parts are measured separately, peers within a part together. */
export function writeTable(part: string, rows: readonly BenchRow[], now: Date): string {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  const day = now.toISOString().slice(0, 10)
  return [
    `\`npm run bench -- ${part}\`, ${day}, ${machine}:`,
    '',
    line('what', 'measured', 'goal'),
    '|---|---|---|',
    ...rows.map(({ what, measured, goal }) => line(what, measured, goal)),
  ].join('\n')
}

/** The README with these tables in place of the old ones of the same parts; other parts stay, in the order of `parts`. */
export function putTables(
  readme: string,
  tables: ReadonlyMap<string, string>,
  parts: readonly string[],
): string {
  const block = BLOCK.exec(readme)?.[2] ?? ''
  const standing = [...block.matchAll(PART)].map(
    ([, part = '', text = '']) => [part, text] as const,
  )
  const all = new Map([...standing, ...tables])
  const texts = parts.flatMap((part) => {
    const text = all.get(part)
    return text === undefined ? [] : [`<!-- bench:part ${part} -->\n${text.trim()}\n`]
  })
  return readme.replace(BLOCK, (_all, start, _old, end) => `${start}\n${texts.join('\n')}${end}`)
}
