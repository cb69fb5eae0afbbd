import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { DEFAULT_COMMENT_SETTINGS } from '@/lib/comments/comment'
import { textHash } from '@/lib/comments/dedupe'
import { readAddressKeys } from '@/lib/comments/store/address-keys'
import { readTrail } from '@/lib/comments/store/audit'
import { countComments } from '@/lib/comments/store/count-comments'
import {
  blockWriter,
  decideComment,
  deleteComment,
  findByName,
  replyAsEditor,
} from '@/lib/comments/store/decide-comment'
import { editComment } from '@/lib/comments/store/edit-comment'
import { purge } from '@/lib/comments/store/purge'
import { findComment, readByState, readCommentsPage } from '@/lib/comments/store/read-comments'
import { DATABASES, type TestDatabase, value } from './databases'
import { FLAGGED, minutesLater, NOON, post, published, submit } from './posts'

const editor = { actor: 'editor', now: NOON } as const
const decide = (database: TestDatabase, id: string, state: 'approved' | 'rejected') =>
  value(database.write((w) => decideComment(w, id, state, editor)))
const remove = (database: TestDatabase, id: string) =>
  value(database.write((w) => deleteComment(w, id, { actor: 'writer', now: NOON })))
const find = (database: TestDatabase, id: string) =>
  value(database.read((db) => findComment(db, id)))
const shown = async (database: TestDatabase) => {
  const page = await value(database.read((db) => readCommentsPage(db, 'nato', 1)))
  return page?.threads.map(({ comment, replies }) => [
    comment.name,
    ...replies.map((r) => r.comment.name),
  ])
}

/** Every value of every table, as one string: what isn't in here has been deleted. */
const everything = (database: TestDatabase) =>
  value(
    database.read(async (db) => {
      const tables = await db.introspection.getTables()
      const rows = tables.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(db))
      return JSON.stringify((await Promise.all(rows)).map((result) => result.rows))
    }),
  )

describe.each(DATABASES)('on %s', (_, open) => {
  test('publishes what an editor approves, removes what an editor rejects, and keeps a trail', async () => {
    await using database = await open()
    const { id } = post()
    await submit(database, post({ id, name: 'Anna' }), DEFAULT_COMMENT_SETTINGS)
    expect(await value(database.read((db) => readByState(db, 'pending', 10)))).toMatchObject([
      { id },
    ])
    expect(await shown(database)).toEqual([])
    await decide(database, id, 'approved')
    expect(await shown(database)).toEqual([['Anna']])
    await decide(database, id, 'approved')
    await decide(database, id, 'rejected')
    expect(await shown(database)).toEqual([])
    expect(database.announced).toEqual(['nato', 'nato'])
    const trail = await value(database.read((db) => readTrail(db, 10)))
    expect(trail.map(({ actor, action, comment_id }) => [actor, action, comment_id])).toEqual([
      ['editor', 'reject', id],
      ['editor', 'approve', id],
    ])
    expect(await decide(database, 'nowhere', 'approved')).toEqual({ kind: 'not-found' })
  })

  test('leaves a tombstone while there are replies, and no trace of who wrote what', async () => {
    await using database = await open()
    const hash = 'hash-of-an-address'
    const parent = await published(database, {
      name: 'Zacharias',
      text: 'Peculiar words',
      addressHashes: [hash, 'y'],
    })
    const reply = await published(database, { parent, name: 'Berta' })
    const before = await everything(database)
    expect(
      ['Zacharias', 'Peculiar', 'zacharia', hash].map((word) => before.includes(word)),
    ).toEqual([true, true, true, true])
    await remove(database, parent)
    expect(await shown(database)).toEqual([['', 'Berta']])
    const after = await everything(database)
    const traces = ['Zacharias', 'Peculiar', 'zacharia', textHash('secret', 'Peculiar words')]
    expect(traces.filter((word) => after.includes(word))).toEqual([])
    expect(await find(database, parent)).toMatchObject({ state: 'deleted', name: '', text: '' })
    expect(await find(database, parent)).not.toHaveProperty('addressHash')
    await remove(database, reply)
    expect(await find(database, parent)).toBeUndefined()
    expect(await remove(database, parent)).toEqual({ kind: 'not-found' })
  })

  test('deletes a chain of tombstones with its last reply', async () => {
    await using database = await open()
    const first = await published(database)
    const second = await published(database, { parent: first })
    const third = await published(database, { parent: second })
    const other = await published(database, { parent: first })
    for (const id of [first, second, third]) await remove(database, id)
    expect(await find(database, second)).toBeUndefined()
    expect(await find(database, first)).toMatchObject({ state: 'deleted' })
    await remove(database, other)
    expect(await find(database, first)).toBeUndefined()
  })

  test('marks an editor’s reply and publishes the comment that it answers', async () => {
    await using database = await open()
    const waiting = post({ name: 'Anna' })
    await submit(database, waiting, DEFAULT_COMMENT_SETTINGS)
    const { id } = post()
    const reply = { id, parent: waiting.id, name: 'Desk', text: 'Thank you.', textHash: 'h' }
    await value(database.write((w) => replyAsEditor(w, reply, editor)))
    expect(await shown(database)).toEqual([['Anna', 'Desk']])
    expect(await find(database, id)).toMatchObject({
      byEditor: true,
      parent: waiting.id,
      root: waiting.id,
    })
    expect(await value(database.read((db) => countComments(db, ['nato', 'other'])))).toEqual(
      new Map([['nato', 2]]),
    )
  })

  test.each([
    ['flagged', 'Better words', 'approved', []],
    ['flagged', 'See https://a.org', 'pending', ['link']],
    ['all', 'Better words', 'pending', []],
  ] as const)(
    'with moderation "%s" an edit to %j is %s',
    async (moderation, text, state, heldFor) => {
      await using database = await open()
      const id = await published(database)
      const edit = { id, text, textHash: 'h' }
      await value(
        database.write((w) => editComment(w, edit, { ...FLAGGED, moderation }, minutesLater(5))),
      )
      expect(await find(database, id)).toMatchObject({
        text,
        state,
        heldFor,
        edited: minutesLater(5),
      })
      expect(database.announced).toEqual(['nato', 'nato'])
    },
  )

  test('doesn’t release a held comment after an edit, nor bring back a rejected one', async () => {
    await using database = await open()
    const held = post({ honeypot: 'x' })
    await submit(database, held)
    const edit = (id: string) =>
      value(
        database.write((w) => editComment(w, { id, text: 'Fine', textHash: 'h' }, FLAGGED, NOON)),
      )
    await edit(held.id)
    expect(await find(database, held.id)).toMatchObject({ state: 'pending', heldFor: ['honeypot'] })
    await decide(database, held.id, 'rejected')
    expect(await edit(held.id)).toEqual({ kind: 'not-found' })
  })

  test('purges comments unpublished for thirty days, and hashes after two', async () => {
    await using database = await open()
    const day = (n: number) => minutesLater(n * 24 * 60)
    const waiting = post()
    const rejected = post()
    await submit(database, waiting, DEFAULT_COMMENT_SETTINGS)
    await submit(database, rejected)
    await decide(database, rejected.id, 'rejected')
    const kept = await published(database, { created: day(1) })
    await value(database.write((w) => blockWriter(w, kept, { actor: 'editor', now: day(1) })))
    await value(
      database.write(async ({ db }) => ({
        keep: true,
        value: await readAddressKeys(db, NOON, ['a', 'b']),
      })),
    )
    const at = async (now: Date) => value(database.write((w) => purge(w, now)))
    expect(await at(day(29))).toBe(0)
    expect(await find(database, kept)).not.toHaveProperty('addressHash')
    expect(await at(day(31))).toBe(2)
    expect(await find(database, waiting.id)).toBeUndefined()
    expect(await find(database, rejected.id)).toBeUndefined()
    expect(await find(database, kept)).toMatchObject({ state: 'approved' })
    const left = await value(
      database.read((db) =>
        Promise.all([
          db.selectFrom('address_keys').selectAll().execute(),
          db.selectFrom('address_blocks').selectAll().execute(),
          db.selectFrom('comment_posts').selectAll().execute(),
          db.selectFrom('comment_rates').selectAll().execute(),
        ]),
      ),
    )
    expect(left).toEqual([[], [], [], []])
  })

  test('gives every server the same key for a day, and deletes it two days later', async () => {
    await using database = await open()
    const keys = (now: Date, fresh: [string, string]) =>
      value(
        database.write(async ({ db }) => ({
          keep: true,
          value: await readAddressKeys(db, now, fresh),
        })),
      )
    expect(await keys(NOON, ['a', 'b'])).toEqual(['a', 'b'])
    expect(await keys(NOON, ['c', 'd'])).toEqual(['a', 'b'])
    expect(await keys(minutesLater(24 * 60), ['e', 'f'])).toEqual(['e', 'a'])
    expect(await keys(minutesLater(3 * 24 * 60), ['g', 'h'])).toEqual(['g', 'h'])
  })

  test('finds a person’s comments by name', async () => {
    await using database = await open()
    await published(database, { name: 'Anna' })
    await submit(database, post({ name: 'Anna' }), DEFAULT_COMMENT_SETTINGS)
    await published(database, { name: 'Hanna' })
    const found = await value(database.read((db) => findByName(db, 'Anna')))
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['Anna', 'approved'],
      ['Anna', 'pending'],
    ])
  })
})
