import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { CommandContext } from '@/lib/comments/commands/command'
import { commentCommands } from '@/lib/comments/commands/commands'
import { signIn } from '@/lib/comments/http/moderator'
import { readSecretKey } from '@/lib/comments/store/secret-key'
import { openSqlite, type TestDatabase, temporaryFolder } from './databases'
import { openDesk, request } from './desk'
import { NOON, post, published, submit } from './posts'

async function run(
  database: TestDatabase,
  given: string[],
  settings: Partial<CommandContext['settings']> = {},
) {
  const said: string[] = []
  const complained: string[] = []
  const [name = '', ...parameters] = given
  const command = commentCommands[name]
  const done = await command?.(
    {
      database,
      settings: {
        ...{ dataDir: temporaryFolder(), contentDir: '.', siteUrl: 'https://news.example' },
        ...settings,
      },
      now: NOON,
      say: (line) => said.push(line),
      complain: (line) => complained.push(line),
    },
    parameters,
  )
  return { done, said, complained }
}

const listed = async (database: TestDatabase, state: string): Promise<string[]> =>
  (await run(database, ['list', state])).said.map((line) => JSON.parse(line).id)

test('decides about comments by id, and lists those that don’t exist', async () => {
  await using database = openSqlite()
  const given = [post({ honeypot: 'x' }), post({ honeypot: 'x' }), post({ honeypot: 'x' })]
  for (const one of given) await submit(database, one)
  const [a = '', b = '', c = ''] = given.map(({ id }) => id)
  expect(await listed(database, 'pending')).toEqual([a, b, c])
  expect(await run(database, ['approve', a, b])).toEqual({
    ...{ done: true, said: ['2 approved'], complained: [] },
  })
  expect(await run(database, ['reject', c])).toMatchObject({ done: true })
  expect(await run(database, ['delete', a, 'nowhere'])).toMatchObject({
    done: false,
    complained: ['nowhere: it does not exist, or this can’t be done with it'],
  })
  expect(await run(database, ['reply', b, 'Desk', 'Thank', 'you.'])).toMatchObject({ done: true })
  expect(await run(database, ['approve'])).toMatchObject({ done: false })
  expect(await run(database, ['list', 'everything'])).toMatchObject({ done: false })
  expect(await listed(database, 'approved')).toHaveLength(2)
  expect(await listed(database, 'rejected')).toEqual([c])
  const { said } = await run(database, ['trail'])
  expect(said.map((line) => JSON.parse(line).action)).toEqual([
    'reply',
    'delete',
    'reject',
    'approve',
    'approve',
  ])
})

test('decides about many in batches, and says after each how far it got', async () => {
  await using database = openSqlite()
  const given = Array.from({ length: 250 }, () => post({ honeypot: 'x' }))
  await Promise.all(given.map((one) => submit(database, one)))
  const ids = given.map(({ id }) => id)
  expect(await run(database, ['reject', 'nowhere', ...ids])).toEqual({
    done: false,
    said: ['99 of 251 rejected', '199 of 251 rejected', '250 rejected'],
    complained: ['nowhere: it does not exist, or this can’t be done with it'],
  })
  expect(await listed(database, 'rejected')).toHaveLength(250)
})

test('says what was done when the database fails in the middle, and continues from there', async () => {
  await using database = openSqlite()
  const given = Array.from({ length: 150 }, () => post({ honeypot: 'x' }))
  await Promise.all(given.map((one) => submit(database, one)))
  const ids = given.map(({ id }) => id)
  let parts = 0
  const failing = new Proxy(database, {
    get: (target, name) =>
      name === 'write' && ++parts > 1
        ? async () => ({ ok: false, reason: 'unavailable' })
        : Reflect.get(target, name).bind(target),
  })
  expect(await run(failing, ['approve', ...ids])).toEqual({
    done: false,
    said: ['100 of 150 approved'],
    complained: [
      'The comments database can’t be used now.',
      `100 approved. Run it again for those from ${ids[100]} on.`,
    ],
  })
  expect(await run(database, ['approve', ...ids])).toMatchObject({
    said: ['100 of 150 approved', '150 approved'],
  })
})

test('exports what can be imported again, and imports nothing from a file that was cut short', async () => {
  await using database = openSqlite()
  await using fresh = openSqlite()
  const parent = await published(database)
  await published(database, { parent })
  const { said } = await run(database, ['export'])
  const file = path.join(temporaryFolder(), 'comments.jsonl')
  writeFileSync(file, said.join('\n'))
  expect(await run(fresh, ['import', file])).toMatchObject({
    done: false,
    complained: [`${file}:3: the file was cut short`, 'Nothing was imported.'],
  })
  expect(await listed(fresh, 'approved')).toEqual([])
  writeFileSync(file, `${said.join('\n')}\n`)
  expect(await run(fresh, ['import', file])).toMatchObject({
    said: ['2 imported, 0 already existed'],
  })
  expect((await run(fresh, ['export'])).said).toEqual(said)
})

test.each([
  ['another kind of file', ['{"a":1}'], /:1: this is not an export/],
  ['a line that is no JSON', ['HEAD', '{'], /:2: line: /],
  [
    'an answer without what it answers',
    ['HEAD', 'ANSWER'],
    /:2: parent: no comment .* comes before/,
  ],
])('refuses %s by its line', async (_, lines, problem) => {
  await using database = openSqlite()
  const id = '0'.repeat(17)
  const answer = {
    id,
    root: id,
    parent: '1'.repeat(17),
    article: 'nato',
    state: 'approved',
    heldFor: [],
  }
  const words = { name: 'A', text: 'b', byEditor: false, created: NOON.toISOString() }
  const text = lines.map((line) =>
    line === 'HEAD'
      ? '{"format":"broadsheet-comments","version":1}'
      : line === 'ANSWER'
        ? JSON.stringify({ ...answer, ...words })
        : line,
  )
  const file = path.join(temporaryFolder(), 'comments.jsonl')
  writeFileSync(file, `${text.join('\n')}\n`)
  const { done, complained } = await run(database, ['import', file])
  expect(done).toBe(false)
  expect(complained[0]).toMatch(problem)
})

test('exports a person’s comments, and erases them', async () => {
  await using database = openSqlite()
  await published(database, { name: 'Anna' })
  await published(database, { name: 'Berta' })
  const { said } = await run(database, ['export-person', 'Anna'])
  expect(said.map((line) => JSON.parse(line).name)).toEqual(['Anna'])
  expect(await run(database, ['erase-person', 'Anna'])).toMatchObject({
    done: true,
    said: ['1 deleted'],
  })
  expect((await run(database, ['export-person', 'Anna'])).said).toEqual([])
  expect(await run(database, ['erase-person', 'Anna'])).toMatchObject({ done: false })
  expect(await listed(database, 'approved')).toHaveLength(1)
})

test('prints an address for signing in, unless there is a token for that', async () => {
  await using database = openSqlite()
  const dataDir = temporaryFolder()
  const { said } = await run(database, ['sign-in'], { dataDir })
  const link = new URL(said[0] ?? '').searchParams.get('link') ?? ''
  const desk = openDesk(database, { ownKey: readSecretKey(dataDir) })
  expect((await signIn(desk, request({ form: { link } }))).status).toBe(303)
  expect(await run(database, ['sign-in'], { adminToken: 'a token' })).toMatchObject({
    done: false,
    said: [],
  })
})
