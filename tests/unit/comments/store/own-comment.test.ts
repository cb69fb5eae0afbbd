import { expect, test } from 'vitest'
import { deleteOwn, editOwn, goToComment, showOwn } from '@/lib/comments/http/own-comment'
import { postComment } from '@/lib/comments/http/post-comment'
import type { CommentDesk } from '@/lib/comments/store/comment-desk'
import { findComment } from '@/lib/comments/store/read-comments'
import { openSqlite, type TestDatabase, value } from './databases'
import { follow, openDesk, request } from './desk'
import { minutesLater, NOON, published } from './posts'

const find = (database: TestDatabase, id: string) =>
  value(database.read((db) => findComment(db, id)))
const post = async (desk: CommentDesk) =>
  follow(
    await postComment(
      desk,
      request({ form: { article: 'nato', author: 'Anna', comment: 'First words' } }),
    ),
  )

test('lets the writer see, edit and delete by the secret link, and changes nothing on GET', async () => {
  await using database = openSqlite()
  const clock = { now: NOON }
  const desk = openDesk(database, { clock })
  const { id, key } = await post(desk)
  const params = { id }
  const seen = await showOwn(desk, request({ method: 'GET', params, query: { key } }))
  expect(seen).toMatchObject({
    status: 200,
    view: { kind: 'own', editableUntil: minutesLater(15) },
  })
  expect(await find(database, id)).toMatchObject({ text: 'First words' })
  clock.now = minutesLater(14)
  const edited = await editOwn(desk, request({ params, form: { key, comment: 'Better words' } }))
  expect(edited.status).toBe(303)
  expect(await find(database, id)).toMatchObject({ text: 'Better words' })
  clock.now = minutesLater(16)
  expect(
    (await editOwn(desk, request({ params, form: { key, comment: 'Too late' } }))).status,
  ).toBe(410)
  clock.now = minutesLater(60 * 24 * 400)
  expect((await deleteOwn(desk, request({ params, form: { key } }))).status).toBe(303)
  expect(await find(database, id)).toBeUndefined()
  expect((await deleteOwn(desk, request({ params, form: { key } }))).status).toBe(410)
  expect((await showOwn(desk, request({ params, query: { key } }))).status).toBe(410)
})

test('refuses any key but the comment’s own', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  const { id, key } = await post(desk)
  const other = await published(database)
  const wrong = [
    { id, key: '' },
    { id, key: key.slice(0, -1) },
    { id, key: `${key}x` },
    { id: other, key },
    { id: 'nowhere', key },
  ]
  for (const { id: at, key: given } of wrong) {
    const params = { id: at }
    const form = { key: given, comment: 'Changed' }
    const statuses = [
      (await showOwn(desk, request({ params, query: { key: given } }))).status,
      (await editOwn(desk, request({ params, form }))).status,
      (await deleteOwn(desk, request({ params, form }))).status,
    ]
    expect(statuses).toEqual([403, 403, 403])
  }
  expect(await find(database, id)).toMatchObject({ text: 'First words' })
})

test('keeps the text of an edit that can’t be stored as it is', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  const { id, key } = await post(desk)
  const reply = await editOwn(desk, request({ params: { id }, form: { key, comment: '\u200b' } }))
  expect(reply).toMatchObject({
    status: 422,
    view: { comment: { text: '\u200b' }, problems: [{ field: 'text' }] },
  })
})

test('finds a comment’s place by its permanent address', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  const ids: string[] = []
  for (let i = 0; i < 51; i++) ids.push(await published(database, { created: minutesLater(i) }))
  const go = (id: string) => goToComment(desk, request({ method: 'GET', params: { id } }))
  const last = ids[50] ?? ''
  expect(await go(last)).toEqual({
    status: 302,
    headers: { location: `/articles/nato?comments=2#comment-${last}` },
  })
  for (const id of ['nowhere', '0'.repeat(17), '../x']) expect((await go(id)).status).toBe(404)
})
