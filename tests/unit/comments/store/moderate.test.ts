import { expect, test } from 'vitest'
import { DEFAULT_COMMENT_SETTINGS } from '@/lib/comments/comment'
import { decide, showQueue } from '@/lib/comments/http/moderate'
import { showSignIn, signIn, signOut } from '@/lib/comments/http/moderator'
import type { CommentDesk } from '@/lib/comments/store/comment-desk'
import { findComment, readNewestComments } from '@/lib/comments/store/read-comments'
import { storeSignInLink } from '@/lib/comments/store/sessions'
import { openSqlite, value } from './databases'
import { openDesk, request } from './desk'
import { NOON, post, submit } from './posts'

const TOKEN = 'a token of some length'

async function cookieOf(desk: CommentDesk, form: Record<string, string>): Promise<string> {
  const reply = await signIn(desk, request({ form }))
  return (reply.headers?.['set-cookie'] ?? '').split(';')[0] ?? ''
}

test('opens the queue for the token, with a cookie that stays in this browser', async () => {
  await using database = openSqlite()
  const desk = openDesk(database, { adminToken: TOKEN })
  const reply = await signIn(desk, request({ form: { token: TOKEN } }))
  expect(reply).toMatchObject({ status: 303, headers: { location: '/moderate' } })
  expect(reply.headers?.['set-cookie']).toMatch(
    /^__Host-moderator=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/,
  )
  const cookie = await cookieOf(desk, { token: TOKEN })
  const queue = () => showQueue(desk, request({ method: 'GET', headers: { cookie } }))
  expect(await queue()).toMatchObject({ status: 200, view: { kind: 'queue', show: 'pending' } })
  await signOut(desk, request({ headers: { cookie } }))
  expect((await queue()).status).toBe(401)
})

test.each([
  ['nothing', {}],
  ['an empty cookie', { cookie: '__Host-moderator=' }],
  ['a made-up cookie', { cookie: `__Host-moderator=${'a'.repeat(43)}` }],
  ['the token for a cookie', { cookie: `__Host-moderator=${TOKEN}` }],
  ['RSC headers', { rsc: '1', 'next-router-prefetch': '1' }],
  [
    'headers of Next’s own',
    { 'x-middleware-subrequest': 'middleware', 'next-action': 'a'.repeat(40) },
  ],
])('is closed to %s', async (_, headers) => {
  await using database = openSqlite()
  const desk = openDesk(database, { adminToken: TOKEN })
  const given = post()
  await submit(database, given, DEFAULT_COMMENT_SETTINGS)
  const form = { id: given.id, action: 'approve' }
  expect((await showQueue(desk, request({ method: 'GET', headers }))).status).toBe(401)
  expect((await decide(desk, request({ form, headers }))).status).toBe(401)
  expect((await signOut(desk, request({ headers }))).status).toBe(401)
  expect(await value(database.read((db) => findComment(db, given.id)))).toMatchObject({
    state: 'pending',
  })
})

test.each(['', 'wrong', TOKEN.slice(0, -1), `${TOKEN}x`])(
  'doesn’t accept %j as the token',
  async (token) => {
    await using database = openSqlite()
    const reply = await signIn(
      openDesk(database, { adminToken: TOKEN }),
      request({ form: { token } }),
    )
    expect(reply.status).toBe(401)
    expect(reply.headers).toBeUndefined()
  },
)

test('slows down guessing, and accepts the right token however many others guess', async () => {
  await using database = openSqlite()
  const desk = openDesk(database, { adminToken: TOKEN })
  const guess = (client: string) => signIn(desk, request({ form: { token: 'wrong' }, client }))
  for (let i = 0; i < 10; i++) expect((await guess('192.0.2.1')).status).toBe(401)
  for (let i = 0; i < 90; i++) await guess(`2001:db8:0:${i.toString(16)}::1`)
  expect(await guess('198.51.100.7')).toMatchObject({
    status: 429,
    headers: { 'retry-after': '600' },
  })
  for (const client of ['192.0.2.1', '198.51.100.7']) {
    expect((await signIn(desk, request({ form: { token: TOKEN }, client }))).status).toBe(303)
  }
  expect((await guess('192.0.2.1')).status).toBe(429)
})

test('accepts a one-time address however many others guess', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  for (let i = 0; i < 12; i++) await signIn(desk, request({ form: { link: 'guess' } }))
  await value(database.write((w) => storeSignInLink(w, 'the secret key', 'link', NOON)))
  expect((await signIn(desk, request({ form: { link: 'link' } }))).status).toBe(303)
})

test('signs everyone out when the token changes', async () => {
  await using database = openSqlite()
  const cookie = await cookieOf(openDesk(database, { adminToken: TOKEN }), { token: TOKEN })
  const desk = openDesk(database, { adminToken: 'another token, as long' })
  expect((await showQueue(desk, request({ method: 'GET', headers: { cookie } }))).status).toBe(401)
})

test('gives back an answer that was typed while the session ended', async () => {
  await using database = openSqlite()
  const desk = openDesk(database, { adminToken: TOKEN })
  const form = { id: 'none', action: 'reply', author: 'Editor', comment: 'A long answer.' }
  const cookie = `__Host-moderator=${'a'.repeat(43)}`
  const reply = await decide(desk, request({ form, headers: { cookie } }))
  expect(reply).toMatchObject({ status: 401, view: { kind: 'sign-in', typed: 'A long answer.' } })
  const foreign = { cookie, 'sec-fetch-site': 'cross-site' }
  expect((await decide(desk, request({ form, headers: foreign }))).view).not.toHaveProperty('typed')
})

test('without a token opens only by a one-time address, which looking at it doesn’t use up', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  expect((await signIn(desk, request({ form: { token: '' } }))).status).toBe(401)
  await value(database.write((w) => storeSignInLink(w, 'the secret key', 'link', NOON)))
  const looked = showSignIn(desk, request({ method: 'GET', query: { link: 'link' } }))
  expect(looked).toMatchObject({ status: 200, view: { way: 'link', link: 'link' } })
  expect(await cookieOf(desk, { link: 'link' })).toMatch(/^__Host-moderator=./)
  expect(await cookieOf(desk, { link: 'link' })).toBe('')
})

test('accepts decisions only from its own form', async () => {
  await using database = openSqlite()
  const desk = openDesk(database, { adminToken: TOKEN })
  const cookie = await cookieOf(desk, { token: TOKEN })
  const given = post({ name: 'Anna', text: 'Look at https://a.org' })
  await submit(database, given)
  const send = (form: Record<string, string>, headers = {}) =>
    decide(desk, request({ form: { id: given.id, ...form }, headers: { cookie, ...headers } }))
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await send({ action: 'approve' }, foreign)).status).toBe(403)
  expect(
    (await send({ action: 'approve' }, { origin: undefined, 'sec-fetch-site': undefined })).status,
  ).toBe(403)
  expect((await send({ action: 'frobnicate' })).status).toBe(422)
  expect((await send({ action: 'reply', author: 'Desk', comment: ' ' })).status).toBe(422)
  // What an editor typed isn't lost when the action fails.
  expect(await send({ action: 'reply', author: ' ', comment: 'Kept.' })).toMatchObject({
    ...{ status: 422, view: { text: expect.stringContaining('name'), typed: 'Kept.' } },
  })
  expect(
    await send({ action: 'reply', id: 'none', author: 'Desk', comment: 'Kept.' }),
  ).toMatchObject({ status: 404, view: { typed: 'Kept.' } })
  const queue = await showQueue(desk, request({ method: 'GET', headers: { cookie } }))
  expect(queue).toMatchObject({
    view: {
      waiting: 1,
      comments: [{ title: 'NATO', comment: { id: given.id, heldFor: ['link'] } }],
    },
  })
  expect((await send({ action: 'block' })).status).toBe(303)
  expect((await send({ action: 'reply', author: 'Desk', comment: 'Thank you.' })).status).toBe(303)
  const shown = await value(database.read((db) => readNewestComments(db, 'nato', 9)))
  expect(new Map(shown.map(({ name, byEditor }) => [name, byEditor]))).toEqual(
    new Map([
      ['Desk', true],
      ['Anna', false],
    ]),
  )
  expect((await send({ action: 'reject' })).status).toBe(303)
  expect((await send({ action: 'delete' })).status).toBe(303)
  expect((await send({ action: 'delete' })).status).toBe(404)
  const trail = await showQueue(
    desk,
    request({ method: 'GET', headers: { cookie }, query: { show: 'trail' } }),
  )
  const actions = trail.view?.kind === 'queue' ? trail.view.trail.map(({ action }) => action) : []
  expect(actions).toEqual(['delete', 'reject', 'reply', 'approve', 'block'])
})

test('decides on several at once, and on the rest if one is gone', async () => {
  await using database = openSqlite()
  const desk = openDesk(database, { adminToken: TOKEN })
  const cookie = await cookieOf(desk, { token: TOKEN })
  const given = ['one', 'two', 'three'].map((word) =>
    post({ name: word, text: `Look at https://${word}.example` }),
  )
  for (const each of given) await submit(database, each)
  const [first = '', second = '', third = ''] = given.map(({ id }) => id)
  const send = (ids: readonly string[], action: string) => {
    const fields = [...ids.map((id) => ['id', id]), ['action', action]]
    const body = new URLSearchParams(fields).toString()
    return decide(desk, request({ body, headers: { cookie } }))
  }
  expect((await send([first, 'gone', second], 'approve')).status).toBe(303)
  const shown = await value(database.read((db) => readNewestComments(db, 'nato', 9)))
  expect(shown.map(({ name }) => name).sort()).toEqual(['one', 'two'])
  expect((await send([first, third], 'delete')).status).toBe(422)
  expect((await send(['gone', 'lost'], 'reject')).status).toBe(404)
  expect((await send([first, second, third], 'reject')).status).toBe(303)
  expect(await value(database.read((db) => readNewestComments(db, 'nato', 9)))).toEqual([])
})
