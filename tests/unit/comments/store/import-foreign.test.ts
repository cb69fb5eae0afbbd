import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { commentCommands } from '@/lib/comments/commands/commands'
import { commentText } from '@/lib/comments/commands/comment-text'
import { convertComments, type ForeignComment } from '@/lib/comments/commands/foreign-comments'
import { openPostgres, openSqlite, type TestDatabase, temporaryFolder } from './databases'
import { NOON } from './posts'

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../fixtures/import/${name}/export.xml`, import.meta.url))

function contentDir() {
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'articles'))
  const aliases = 'aliases: ["/?p=101", /2019/05/harbour-wall]'
  writeFileSync(
    path.join(folder, 'articles/wall.md'),
    `---\ntitle: Wall\ndate: 2019-05-03\n${aliases}\n---\n\nWords.\n`,
  )
  return folder
}

async function run(database: TestDatabase, ...[name = '', ...parameters]: string[]) {
  const said: string[] = []
  const complained: string[] = []
  const settings = {
    dataDir: temporaryFolder(),
    contentDir: contentDir(),
    siteUrl: 'https://n.example',
  }
  const say = (line: string) => said.push(line)
  const complain = (line: string) => complained.push(line)
  const done = await commentCommands[name]?.(
    { database, settings, now: NOON, say, complain },
    parameters,
  )
  return { done, said, complained }
}

const exported = async (database: TestDatabase) => {
  const { said } = await run(database, 'export')
  return { lines: said.join('\n'), comments: said.slice(1).map((line) => JSON.parse(line)) }
}

test.each([
  ['SQLite', async () => openSqlite()],
  ['PostgreSQL', openPostgres],
])(
  'comments of WordPress go into %s with threads, times and states, without addresses of writers',
  async (_, open) => {
    await using database = await open()
    const { done, said } = await run(
      database,
      'import',
      fixture('wordpress'),
      '--from',
      'wordpress',
    )
    expect([done, said]).toEqual([
      true,
      ['3 imported, 0 already existed, 2 left out (spam, deleted, pingbacks, empty)'],
    ])
    const { lines, comments } = await exported(database)
    const [first, reply, waiting] = comments
    expect(first).toMatchObject({
      article: 'wall',
      name: 'Bo Chen',
      state: 'approved',
      byEditor: false,
      created: '2019-05-03T10:00:00.000Z',
      text: 'Good *news* & about time: [my picture](https://reader.example/wall)\n\nSecond paragraph.',
    })
    expect(reply).toMatchObject({
      parent: first.id,
      root: first.id,
      byEditor: true,
      name: 'Ann Lee',
    })
    expect(waiting).toMatchObject({ parent: reply.id, root: first.id, state: 'pending' })
    expect(lines).not.toMatch(/192\.0\.2|bo@reader|pills|\[…\]/i)
    const again = await run(database, 'import', fixture('wordpress'), '--from', 'wordpress')
    expect(again.said[0]).toMatch(/^0 imported, 3 already existed/)
    expect((await exported(database)).lines).toBe(lines)
  },
)

test('comments of Disqus keep a thread whose middle was deleted; articles that aren’t here are named', async () => {
  await using database = openSqlite()
  const { said, complained } = await run(database, 'import', fixture('disqus'), '--from', 'disqus')
  expect(said).toEqual([
    '3 imported, 0 already existed, 2 left out (spam, deleted, pingbacks, empty)',
  ])
  expect(complained[1]).toBe('  https://gazette.example/gone/: 1')
  const { lines, comments } = await exported(database)
  const [first, gone, reply] = comments
  expect(first.text).toBe('First **words**\n\nand https://reader.example/a')
  expect(gone).toMatchObject({ state: 'deleted', name: '', text: '', parent: first.id })
  expect(reply).toMatchObject({
    parent: gone.id,
    root: first.id,
    name: 'Anonymous',
    text: 'A reply\nto what is gone',
  })
  expect(lines).not.toMatch(/192\.0\.2|bo@reader|Deleted words|alert/)
})

test('another system, and another file, are refused', async () => {
  await using database = openSqlite()
  const unknown = await run(database, 'import', fixture('disqus'), '--from', 'blogger')
  expect(unknown).toMatchObject({
    done: false,
    complained: ['--from takes wordpress or disqus, not "blogger".'],
  })
  await expect(run(database, 'import', fixture('disqus'), '--from', 'wordpress')).rejects.toThrow(
    "isn't such an export: it doesn't begin with <rss>",
  )
})

test.each([
  ['<blockquote>One\n\ntwo</blockquote>three', '> One\n> two\n\nthree'],
  ['a <code>b*c</code> <i>d</i><br>e', 'a `b*c` *d*\ne'],
  ['<a href="javascript:alert(1)">x</a> <a href="https://a.example/(b)">y</a>', 'x y'],
  ['<img src="https://a.example/x.png" onerror="alert(1)">', 'https://a.example/x.png'],
  ['1 &lt; 2 &bomb; \u202e\u0000', '1 < 2 &bomb;'],
])('the comment %j is written %j', (html, text) => {
  expect(commentText(html)).toBe(text)
})

test('comments that answer each other in a circle are imported', () => {
  const made = (id: string, parent: string): ForeignComment => ({
    ...{ id, parent, addresses: ['/a'], name: 'N', html: id, created: NOON },
    ...{ byEditor: false, state: 'approved' },
  })
  const given = [made('1', '3'), made('2', '1'), made('3', '2'), made('4', '4')]
  const { comments } = convertComments(given, () => 'a')
  expect(comments.map(({ text }) => text).sort()).toEqual(['1', '2', '3', '4'])
  expect(comments.filter(({ parent }) => parent === undefined)).toHaveLength(2)
})
