import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { articleSchema } from '@/lib/front-matter/article-schema'
import { FIELD_WORDS } from '@/lib/front-matter/field-words'
import { articleJsonSchema } from '@/lib/front-matter/json-schema'
import { articleSnippets } from '@/lib/front-matter/snippets'

const kept = (name: string): unknown =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../../.vscode', name), 'utf8'))

test.each([
  ['article.schema.json', articleJsonSchema()],
  ['article.code-snippets', articleSnippets()],
])('.vscode/%s is what npm run content:schema writes', (name, made) => {
  expect(kept(name)).toEqual(JSON.parse(JSON.stringify(made)))
})

/** The names of all fields, those of groups as `source.url`. */
function fieldsOf(schema: unknown, prefix = ''): string[] {
  const group = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      items: z.unknown().optional(),
    })
    .safeParse(schema).data
  const below = Object.entries(group?.properties ?? {}).flatMap(([name, field]) => [
    `${prefix}${name}`,
    ...fieldsOf(field, `${prefix}${name}.`),
  ])
  return group?.items === undefined ? below : [...below, ...fieldsOf(group.items, prefix)]
}

test('every field is explained, and nothing else', () => {
  const schema = articleJsonSchema()
  expect(fieldsOf(schema).sort()).toEqual(Object.keys(FIELD_WORDS).sort())
  const text = JSON.stringify(schema)
  for (const { about } of Object.values(FIELD_WORDS)) expect(text).toContain(JSON.stringify(about))
})

test('each example is valid', () => {
  const fields = Object.entries(FIELD_WORDS).filter(([name]) => !name.includes('.'))
  const data: unknown = parse(fields.map(([name, { example }]) => `${name}: ${example}`).join('\n'))
  expect(articleSchema('UTC').safeParse(data).error).toBeUndefined()
})

test('the guide explains every field with an example that is valid', () => {
  const guide = readFileSync(
    path.resolve(import.meta.dirname, '../../../content/README.md'),
    'utf8',
  )
  const rows = [...guide.matchAll(/^\| `(\w+)` \| .* \| `(\w+): (.*)` \|$/gm)]
  const own = rows.filter(([, name, key]) => name === key)
  const names = Object.keys(FIELD_WORDS).filter((name) => !name.includes('.'))
  expect(own.map(([, name]) => name).sort()).toEqual(names.sort())
  const data: unknown = parse(own.map(([, name, , value]) => `${name}: ${value}`).join('\n'))
  expect(articleSchema('UTC').safeParse(data).error).toBeUndefined()
})
