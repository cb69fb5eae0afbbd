import { once } from 'node:events'
import { connect } from 'node:net'
import { type APIRequestContext, expect, test } from '@playwright/test'
import { ADMIN_TOKEN, portOf, urlOf } from './sites'

const home = urlOf('discussed')
test.use({ baseURL: home })

const OURS = { origin: home, 'sec-fetch-site': 'same-origin' }
let writers = 0
const from = () => ({ 'x-forwarded-for': `203.0.${test.info().workerIndex % 256}.${++writers}` })
const form = (comment: string, more = {}) => ({
  ...{ article: 'harbour', comment_parent: '', author: 'Program', comment, website: '' },
  ...more,
})

/** The cookie of an editor. */
async function signIn(request: APIRequestContext): Promise<string> {
  const token = { token: ADMIN_TOKEN }
  const headers = { ...OURS, ...from() }
  const signedIn = await request.post('/moderate/sign-in', {
    ...{ form: token, headers, maxRedirects: 0 },
  })
  return signedIn.headers()['set-cookie']?.split(';')[0] ?? ''
}

/** Whether a comment with these words waits or is published. */
async function isStored(request: APIRequestContext, words: string): Promise<boolean> {
  const cookie = await signIn(request)
  const lists = ['/moderate', '/moderate?show=approved', '/moderate?show=rejected']
  for (const list of lists) {
    const answer = await request.get(list, { headers: { cookie } })
    expect(answer.status()).toBe(200)
    if ((await answer.text()).includes(words)) return true
  }
  return false
}

test('a client that doesn’t say where it comes from is asked first, on a page that no cache keeps', async ({
  request,
}) => {
  const headers = from()
  const words = 'Said by a program & confirmed'
  const asked = await request.post('/api/comments', { form: form(words), headers })
  expect(asked.status()).toBe(200)
  expect(asked.headers()['cache-control']).toBe('private, no-store')
  const page = await asked.text()
  expect(page).toContain('Said by a program &amp; confirmed')
  expect(await isStored(request, 'Said by a program')).toBe(false)
  const confirm = /name="confirm" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const posted = await request.post('/api/comments', {
    ...{ form: form(words, { confirm }), headers, maxRedirects: 0 },
  })
  expect(posted.status()).toBe(303)
  expect(await isStored(request, 'Said by a program')).toBe(true)
})

test('a form that isn’t ours is refused, and nothing of it is stored', async ({ request }) => {
  const words = 'Words that never arrive'
  const headers = { ...OURS, ...from() }
  const post = async (options: Parameters<APIRequestContext['post']>[1]) =>
    (await request.post('/api/comments', { headers, ...options })).status()
  for (const origin of ['https://evil.example', 'null']) {
    expect(await post({ form: form(words), headers: { ...headers, origin } })).toBe(403)
  }
  expect(await post({ data: form(words) })).toBe(415)
  expect(await post({ multipart: form(words) })).toBe(415)
  for (const article of ['none', 'draft', 'later', 'withdrawn', '../ferry', '']) {
    expect(await post({ form: form(words, { article }) }), article).toBe(404)
  }
  expect(await post({ form: form(words, { article: 'closed' }) })).toBe(409)
  expect(await post({ form: form(words, { comment_parent: '0'.repeat(17) }) })).toBe(422)
  expect(await post({ form: form(words.repeat(9_000)) })).toBe(413)
  expect(await isStored(request, words)).toBe(false)
})

/** Sends these bytes and returns the first line of the answer. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(portOf('discussed'), 'localhost')
  socket.on('error', () => {})
  socket.write(bytes)
  const [first] = await once(socket, 'data')
  socket.destroy()
  return String(first).split('\r\n')[0] ?? ''
}

test('a body without an end is cut off at its limit', async () => {
  const head = `POST /api/comments HTTP/1.1\r\nHost: localhost:${portOf('discussed')}\r\nOrigin: ${home}\r\nContent-Type: application/x-www-form-urlencoded\r\n`
  const chunk = `ffff\r\n${'a'.repeat(65_535)}\r\n`
  expect(await sendRaw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(40)}`)).toContain(
    '413',
  )
  expect(await sendRaw(`${head}Content-Length: 60000000\r\n\r\n`)).toContain('413')
})

test('a burst is slowed down and its text kept, and a made-up address before the client’s own doesn’t help', async ({
  request,
}) => {
  // Only the last address comes from the proxy; the client wrote those before it.
  const own = `203.0.113.${test.info().workerIndex % 256}`
  const statuses: number[] = []
  let last = ''
  for (let number = 0; number < 6; number++) {
    const headers = { ...OURS, 'x-forwarded-for': `10.0.0.${number}, ${own}` }
    const answer = await request.post('/api/comments', {
      ...{ form: form(`Burst ${number}`), headers, maxRedirects: 0 },
    })
    statuses.push(answer.status())
    last = await answer.text()
    if (answer.status() === 429) {
      expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0)
    }
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
  expect(last).toContain('Burst 5</textarea>')
})

test('the queue stays closed in every spelling of its address and with any headers', async ({
  request,
}) => {
  const spellings = [
    ...['/moderate', '/MODERATE', '/Moderate?show=approved', '/moderate/', '/moderate/queue'],
    ...['/%6doderate', '/moderate?_rsc=1', '/moderate/sign-in/x'],
  ]
  const tricks = {
    ...{ rsc: '1', 'next-router-prefetch': '1', 'next-action': 'a'.repeat(40) },
    'x-middleware-subrequest': 'middleware:middleware:middleware',
  }
  for (const path of spellings) {
    for (const headers of [{}, tricks]) {
      const answer = await request.get(path, { headers })
      expect(answer.status(), path).toBe(401)
      expect(await answer.text(), path).not.toContain('Approve')
    }
  }
  for (const path of ['/moderate.rsc', '/%2e/moderate', '/moderate%2f', '/.%2fmoderate']) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBe(401)
  }
  for (const path of ['/moderate/decide', '/moderate/decide-report', '/moderate/sign-out']) {
    const answer = await request.post(path, { form: { id: 'x', action: 'approve' }, headers: OURS })
    expect(answer.status(), path).toBe(401)
  }
})

test('a link that would decide, edit or delete does nothing when it is only followed', async ({
  request,
}) => {
  const headers = { ...OURS, ...from() }
  const words = 'Looked at by a mail scanner, see www.example.org'
  const posted = await request.post('/api/comments', {
    ...{ form: form(words), headers, maxRedirects: 0 },
  })
  const secret = posted.headers().location ?? ''
  const [, id, key] = /^\/c\/([^/]+)\/yours\?key=([^&]+)/.exec(secret) ?? []
  const cookie = await signIn(request)
  for (const address of [
    `/moderate/decide?id=${id}&action=approve`,
    `/moderate/decide?id=${id}&action=delete`,
    ...[`/c/${id}/delete?key=${key}`, `/c/${id}/edit?key=${key}&comment=else`, secret],
  ]) {
    await request.get(address, { headers: { cookie }, maxRedirects: 0 })
    await request.head(address, { headers: { cookie }, maxRedirects: 0 })
  }
  const queue = await request.get('/moderate', { headers: { cookie } })
  expect(await queue.text()).toContain(words.slice(0, 24))
})

test('a page number that makes no sense has no page of comments', async ({ request }) => {
  for (const page of ['0', '2', '999999', 'abc', '-1', '1.5']) {
    expect((await request.get(`/articles/closed?comments=${page}`)).status(), page).toBe(404)
  }
  expect((await request.get('/c/none')).status()).toBe(404)
  expect((await request.get(`/c/${'0'.repeat(17)}/yours?key=x`)).status()).toBe(403)
  expect((await request.get('/articles/none/comments.xml')).status()).toBe(404)
})

test('health and status report the comments', async ({ request }) => {
  expect(await (await request.get('/readyz')).json()).toMatchObject({ comments: 'usable' })
  const headers = { authorization: `Bearer ${ADMIN_TOKEN}` }
  const { comments } = await (await request.get('/status', { headers })).json()
  expect(comments).toMatchObject({
    database: expect.stringContaining('comments.sqlite'),
    counts: { pending: expect.any(Number), approved: expect.any(Number) },
  })
  expect(comments).not.toHaveProperty('trouble')
})
