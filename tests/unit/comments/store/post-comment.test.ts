import { expect, test } from 'vitest'
import { DEFAULT_COMMENT_SETTINGS } from '@/lib/comments/comment'
import { postComment } from '@/lib/comments/http/post-comment'
import type { CommentDesk } from '@/lib/comments/store/comment-desk'
import { readByState } from '@/lib/comments/store/read-comments'
import { openSqlite, type TestDatabase, value } from './databases'
import { follow, openDesk, request } from './desk'
import { minutesLater, NOON, published } from './posts'

const typed = { article: 'nato', author: 'Anna', comment: 'I was <b>there</b>.' }
const send = (desk: CommentDesk, form: Record<string, string> = {}, more = {}) =>
  postComment(desk, request({ form: { ...typed, ...form }, ...more }))

async function stored(database: TestDatabase): Promise<string[]> {
  const lists = await value(
    database.read(async (db) => [
      await readByState(db, 'approved', 99),
      await readByState(db, 'pending', 99),
    ]),
  )
  return lists.flat().map(({ text }) => text)
}

test('leads to the published comment, and shows the secret link on the way', async () => {
  await using database = openSqlite()
  const reply = await send(openDesk(database))
  const { path, id, key } = follow(reply)
  expect([reply.status, path]).toEqual([303, `/articles/nato#comment-${id}`])
  expect(key).toHaveLength(43)
  expect(await stored(database)).toEqual([typed.comment])
})

test('leads to the page that the comment is on', async () => {
  await using database = openSqlite()
  for (let i = 0; i < 50; i++) await published(database, { created: minutesLater(-60) })
  const reply = await send(openDesk(database))
  expect(reply.headers?.location).toMatch(/^\/articles\/nato\?comments=2&mine=/)
})

test('leads to the note that the comment waits, and treats a honeypot’s victim as kindly', async () => {
  await using database = openSqlite()
  const waiting = await send(openDesk(database, { settings: DEFAULT_COMMENT_SETTINGS }))
  const trapped = await send(openDesk(database), {
    comment: 'Other',
    website: 'https://spam.example',
  })
  for (const reply of [waiting, trapped]) {
    expect(reply.status).toBe(303)
    expect(reply.headers?.location).toMatch(/^\/c\/[^/]+\/yours\?key=[\w-]{43}&new=1$/)
  }
})

test('gives a double click and a retry the same answer', async () => {
  await using database = openSqlite()
  const clock = { now: NOON }
  const desk = openDesk(database, { clock })
  const replies = await Promise.all([send(desk), send(desk)])
  clock.now = minutesLater(1)
  replies.push(await send(desk))
  expect(new Set(replies.map(({ headers }) => headers?.location)).size).toBe(1)
  expect(await stored(database)).toHaveLength(1)
})

test('gives nobody the secret link of another’s comment for repeating its words', async () => {
  await using database = openSqlite()
  const clock = { now: NOON }
  const desk = openDesk(database, { clock })
  await send(desk)
  const elsewhere = await send(desk, {}, { client: '203.0.113.1' })
  clock.now = minutesLater(5)
  const later = await send(desk)
  for (const reply of [elsewhere, later]) {
    expect(reply.status).toBe(303)
    expect(follow(reply).key).toBe('')
  }
})

test.each([
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['a null Origin', { origin: 'null' }],
  ['Sec-Fetch-Site: cross-site', { 'sec-fetch-site': 'cross-site' }],
])('refuses %s', async (_, headers) => {
  await using database = openSqlite()
  expect((await send(openDesk(database), {}, { headers })).status).toBe(403)
  expect(await stored(database)).toEqual([])
})

test('asks for confirmation when a browser doesn’t say where the form is, and accepts it for these words only', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  const headers = { origin: undefined, 'sec-fetch-site': undefined }
  const asked = await send(desk, {}, { headers })
  expect(asked).toMatchObject({
    status: 200,
    view: { kind: 'form', name: 'Anna', text: typed.comment },
  })
  expect(await stored(database)).toEqual([])
  const confirm = asked.view?.kind === 'form' ? (asked.view.confirm ?? '') : ''
  const other = await send(desk, { confirm, comment: 'Other words' }, { headers })
  const stranger = await send(desk, { confirm }, { headers, client: '203.0.113.1' })
  expect([other.status, stranger.status]).toEqual([200, 200])
  expect(await stored(database)).toEqual([])
  expect((await send(desk, { confirm }, { headers })).status).toBe(303)
  expect(await stored(database)).toEqual([typed.comment])
})

test.each([
  ['application/json', '{"comment":"x"}'],
  ['text/plain', 'comment=x'],
  ['multipart/form-data; boundary=x', '--x\r\n'],
  ['application/x-www-form-urlencoded; charset=utf-16', 'comment=x'],
  [undefined, 'comment=x'],
])('doesn’t read %s', async (type, body) => {
  await using database = openSqlite()
  const reply = await send(openDesk(database), {}, { body, headers: { 'content-type': type } })
  expect(reply.status).toBe(415)
})

test.each(['%ff%fe', 'comment=%E0%A4%A', 'comment=%'])('doesn’t guess at %j', async (body) => {
  await using database = openSqlite()
  expect((await send(openDesk(database), {}, { body })).status).toBe(422)
})

test('stores exactly the bytes that were sent', async () => {
  await using database = openSqlite()
  const comment =
    ' <script>alert(1)</script>\r\n\u202e\u2028+%2B&amp;&#x27; e\u0301 \u{1f469}\u200d\u{1f469} '
  expect((await send(openDesk(database), { comment })).status).toBe(303)
  expect(await stored(database)).toEqual([comment])
})

test.each([
  ['an empty text', { comment: '' }, 422],
  ['zero-width characters only', { comment: '\u200b\u200b' }, 422],
  ['10,000 combining marks', { comment: `a${'\u0301'.repeat(10_000)}` }, 422],
  ['NUL', { comment: 'a\0b' }, 422],
  ['no name', { author: ' ' }, 422],
  ['a parent elsewhere', { comment_parent: 'nowhere' }, 422],
  ['a closed article', { article: 'closed' }, 409],
])('shows the form again with what was typed after %s', async (_, form, status) => {
  await using database = openSqlite()
  const reply = await send(openDesk(database), form)
  const { author: name, comment: text } = { ...typed, ...form }
  expect(reply).toMatchObject({ status, view: { kind: 'form', name, text } })
  expect(await stored(database)).toEqual([])
})

test('refuses an article that doesn’t exist', async () => {
  await using database = openSqlite()
  expect((await send(openDesk(database), { article: '../nato' })).status).toBe(404)
})

test('slows down a network, whichever of its addresses it uses, and keeps the text', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) {
    const reply = await send(desk, { comment: `Comment ${i}` }, { client: `2001:db8:1:2::${i}` })
    statuses.push(reply.status)
  }
  const [over, elsewhere] = [
    await send(desk, { comment: 'One more' }, { client: '2001:db8:1:2:ffff::9' }),
    await send(desk, { comment: 'One more' }, { client: '2001:db8:1:3::1' }),
  ]
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  expect(over).toMatchObject({
    status: 429,
    headers: { 'retry-after': '600' },
    view: { text: 'One more' },
  })
  expect(elsewhere.status).toBe(303)
})

test('keeps the text when the database can’t be used', async () => {
  const database = openSqlite()
  const desk = openDesk(database)
  await send(desk)
  await database.write(async ({ db }) => {
    const { sql } = await import('kysely')
    return { keep: true, value: await sql`pragma query_only = on`.execute(db) }
  })
  const reply = await send(desk, { comment: 'Much thought went into this.' })
  expect(reply).toMatchObject({
    status: 503,
    view: { kind: 'form', text: 'Much thought went into this.' },
  })
  await database.close()
})
