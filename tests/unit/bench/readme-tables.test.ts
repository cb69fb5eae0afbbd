import { expect, test } from 'vitest'
import { putTables, writeTable } from '../../bench/readme-tables'

const PARTS = ['server', 'archive', 'search']
const NOW = new Date('2026-01-02T03:04:05Z')
const table = (part: string, measured: string) =>
  writeTable(part, [{ what: 'pages', measured, goal: '≥ 1' }], NOW)
const EMPTY = 'Before.\n\n<!-- bench:start -->\n\n<!-- bench:end -->\n\nAfter.\n'

test('A table says which part it is, when and where it was measured, and what the goal was', () => {
  const [first, , , , row] = table('server', '7').split('\n')
  expect(first).toMatch(/^`npm run bench -- server`, 2026-01-02, \d+ × .+, Node v\d+/)
  expect(row).toBe('| pages | 7 | ≥ 1 |')
})

test('Tables are in the order of the parts, whichever was measured first', () => {
  const first = putTables(EMPTY, new Map([['search', table('search', '3')]]), PARTS)
  const both = putTables(first, new Map([['server', table('server', '1')]]), PARTS)
  expect(both.indexOf('bench -- server')).toBeLessThan(both.indexOf('bench -- search'))
  expect(both.startsWith('Before.')).toBe(true)
  expect(both.endsWith('<!-- bench:end -->\n\nAfter.\n')).toBe(true)
})

test('A part measured again replaces its own table and leaves the others as they are', () => {
  const tables = new Map(PARTS.map((part) => [part, table(part, 'old')]))
  const before = putTables(EMPTY, tables, PARTS)
  const after = putTables(before, new Map([['archive', table('archive', 'new $1')]]), PARTS)
  expect(after.match(/\| old \|/g)).toHaveLength(2)
  expect(after).toContain('| new $1 |')
  expect(putTables(after, new Map(), PARTS)).toBe(after)
})
