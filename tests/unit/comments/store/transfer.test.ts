import { expect, test } from 'vitest'
import {
  type Exported,
  exportComments,
  exported,
  importComments,
} from '@/lib/comments/commands/transfer'
import { DEFAULT_COMMENT_SETTINGS } from '@/lib/comments/comment'
import { decideComment, deleteComment, replyAsEditor } from '@/lib/comments/store/decide-comment'
import { editComment } from '@/lib/comments/store/edit-comment'
import { readCommentsPage } from '@/lib/comments/store/read-comments'
import { openPostgres, openSqlite, type TestDatabase, value } from './databases'
import { FLAGGED, minutesLater, NOON, post, published, submit } from './posts'

const KEY = { secret: 'secret', now: NOON }

async function exportAll(database: TestDatabase): Promise<Exported[]> {
  const lines: string[] = []
  for await (const batch of exportComments(database)) {
    if (!batch.ok) throw new Error('The database was unavailable.')
    lines.push(...batch.value.map((comment) => JSON.stringify(comment)))
  }
  return lines.map((line) => exported.parse(JSON.parse(line)))
}

/** One comment of every kind. */
async function fill(database: TestDatabase): Promise<void> {
  const editor = { actor: 'editor', now: minutesLater(30) } as const
  const tricky = `${'é\u0301'} \u{1f469}\u200d\u{1f469} "quoted"\r\n\u2028 {"a":1}`
  const root = await published(database, { text: tricky, name: ' A "b" ' })
  const gone = await published(database, { parent: root, created: minutesLater(1) })
  await published(database, { parent: gone, created: minutesLater(2), article: 'nato' })
  await value(database.write((w) => deleteComment(w, gone, editor)))
  await submit(database, post({ text: 'https://a.org', created: minutesLater(3) }))
  await submit(database, post({ created: minutesLater(4) }), DEFAULT_COMMENT_SETTINGS)
  const edited = await published(database, { article: 'other', created: minutesLater(5) })
  const edit = { id: edited, text: 'Edited', textHash: 'x' }
  await value(database.write((w) => editComment(w, edit, FLAGGED, minutesLater(6))))
  const rejected = await published(database, { created: minutesLater(7) })
  await value(database.write((w) => decideComment(w, rejected, 'rejected', editor)))
  const { id } = post({ created: minutesLater(30) })
  const reply = { id, parent: root, name: 'Desk', text: 'Reply', textHash: 'y' }
  await value(database.write((w) => replyAsEditor(w, reply, editor)))
}

test.each([
  ['SQLite', 'PostgreSQL', async () => openSqlite(), openPostgres],
  ['PostgreSQL', 'SQLite', openPostgres, async () => openSqlite()],
] as const)(
  'copies everything from %s to %s, and a second time changes nothing',
  async (_, __, from, to) => {
    await using old = await from()
    await using fresh = await to()
    await fill(old)
    const comments = await exportAll(old)
    expect(comments.map(({ state }) => state)).toEqual([
      'approved',
      'deleted',
      'approved',
      'pending',
      'pending',
      'approved',
      'rejected',
      'approved',
    ])
    const store = () => value(fresh.write((w) => importComments(w, comments, KEY)))
    expect(await store()).toBe(8)
    expect(await store()).toBe(0)
    expect(await exportAll(fresh)).toEqual(comments)
    const page = (database: TestDatabase) =>
      value(database.read((db) => readCommentsPage(db, 'nato', 1)))
    const withoutHashes = (given: unknown) =>
      JSON.stringify(given, (key, v) => (key === 'addressHash' ? undefined : v))
    expect(withoutHashes(await page(fresh))).toBe(withoutHashes(await page(old)))
    expect(fresh.announced.toSorted()).toEqual(['nato', 'other'])
  },
)

test('exports under load what existed at its start, each comment once', async () => {
  await using database = openSqlite()
  const before: string[] = []
  for (let i = 0; i < 600; i++)
    before.push(await published(database, { created: minutesLater(i % 7) }))
  let isDone = false
  const load = (async () => {
    while (!isDone) await published(database, { created: minutesLater(8) })
  })()
  const ids = (await exportAll(database)).map(({ id }) => id)
  isDone = true
  await load
  expect(ids).toEqual([...new Set(ids)].toSorted())
  expect(before.filter((id) => !ids.includes(id))).toEqual([])
})

test('still tells an imported name from its imitations', async () => {
  await using database = openSqlite()
  const given = {
    ...post({ name: 'Anna' }),
    heldFor: [],
    state: 'approved',
    byEditor: false,
  } as const
  const { id, article, name, text, heldFor, state, byEditor } = given
  const comment = {
    id,
    root: id,
    article,
    name,
    text,
    heldFor: [...heldFor],
    state,
    byEditor,
    created: NOON.toISOString(),
  }
  await value(database.write((w) => importComments(w, [comment], KEY)))
  expect(await submit(database, post({ name: 'Аnna' }))).toMatchObject({
    comment: { heldFor: ['look-alike'] },
  })
})
