import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { SQLITE_BOUNDS, sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'
import { temporaryFolder, watched } from './databases'
import { published } from './posts'

test('notices what another process does to the comments', async () => {
  const file = path.join(temporaryFolder(), 'comments.sqlite')
  const bounds = { ...SQLITE_BOUNDS, lockWait: 20_000, readWait: 20_000, watchEvery: 20 }
  await using command = watched(sqliteEngine(file, bounds))
  await published(command, { article: 'before' })
  await using server = watched(sqliteEngine(file, bounds), true)
  await server.open()
  while (!server.announced.includes('nato')) {
    await published(command)
    await setTimeout(20)
  }
  expect(server.announced).not.toContain('before')
})

test('notices what changed after it was opened and before its first look', async () => {
  const file = path.join(temporaryFolder(), 'comments.sqlite')
  const bounds = { ...SQLITE_BOUNDS, lockWait: 20_000, readWait: 20_000, watchEvery: 300 }
  await using command = watched(sqliteEngine(file, bounds))
  await command.open()
  await using server = watched(sqliteEngine(file, bounds), true)
  await published(command, { article: 'at once', created: new Date() })
  while (!server.announced.includes('at once')) await setTimeout(20)
})
