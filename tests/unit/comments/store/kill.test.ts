import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { killWriters } from '../../../support/kill-writers'
import { createPostgresDatabase, temporaryFolder } from './databases'

/** `npm run bench -- comments` kills a hundred times. */
const KILLS = 8

const missing = (acknowledged: Set<number>, texts: string[]) =>
  [...acknowledged].filter((number) => !texts.includes(`Comment ${number}`))

test('keeps every acknowledged comment once, however often the server is killed', async () => {
  const file = path.join(temporaryFolder(), 'comments.sqlite')
  const acknowledged = await killWriters(file, KILLS)
  const database = new DatabaseSync(file)
  const texts = database
    .prepare('select text from comments')
    .all()
    .map((row) => String(row.text))
  const integrity = database.prepare('pragma integrity_check').get()
  database.close()
  expect(acknowledged.size).toBeGreaterThan(KILLS * 5)
  expect(missing(acknowledged, texts)).toEqual([])
  expect(texts).toHaveLength(new Set(texts).size)
  expect(integrity).toEqual({ integrity_check: 'ok' })
}, 600_000)

test('keeps every acknowledged comment once on PostgreSQL, too', async () => {
  const url = await createPostgresDatabase()
  const acknowledged = await killWriters(url, 3)
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select text from comments')
  await client.end()
  const texts = rows.map((row) => String(row.text))
  expect(missing(acknowledged, texts)).toEqual([])
  expect(texts).toHaveLength(new Set(texts).size)
}, 600_000)
