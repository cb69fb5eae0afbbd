import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import * as z from 'zod'
import { fieldsColumn, summaryColumn } from '@/lib/archive/stored'
import { FIELD_WORDS } from '@/lib/front-matter/field-words'
import { ContentFolder } from './content-folder'

const names = Object.keys(FIELD_WORDS).filter((name) => !name.includes('.'))

/** The example for a field; for a group or a list, with every field that it may have. */
function exampleOf(name: string): unknown {
  const value: unknown = parse(FIELD_WORDS[name]?.example ?? '')
  const below = Object.entries(FIELD_WORDS).flatMap(([key, { example }]) =>
    key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), parse(example)]] : [],
  )
  if (below.length === 0) return value
  const whole: unknown = Object.fromEntries(below)
  return Array.isArray(value) ? [whole] : whole
}

const row = z.object({ summary: summaryColumn, fields: fieldsColumn })

/** Not part of a summary, since no list shows them. */
const NOT_LISTED = ['aliases', 'corrections', 'comments', 'draft']

test.each(names)('what an editor writes in %s reaches the page', async (name) => {
  const folder = new ContentFolder()
  folder.write('media/harbour.jpg', 'not read here')
  folder.article('a', [stringify({ [name]: exampleOf(name) }).trim()])
  await folder.update()
  const sql = 'SELECT a.summary, b.fields FROM articles a JOIN bodies b ON b.id = a.id'
  const { summary, fields } = folder.archive.rows.one(row, sql) ?? {}
  const key = name === 'date' ? 'published' : name
  const flat = (value: unknown) => JSON.stringify(value) ?? ''
  for (const kept of NOT_LISTED.includes(name) ? [fields] : [fields, summary]) {
    const value: unknown = Object.entries(kept ?? {}).find(([known]) => known === key)?.[1]
    for (const part of leavesOf(exampleOf(name))) expect(flat(value)).toContain(part)
  }
})

/** The texts and switches of a value; for a time its day, since the archive keeps the exact time. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf)
  const text = String(value)
  const [day] = /^\d{4}-\d\d-\d\d/.exec(text) ?? []
  return [day ?? text]
}
