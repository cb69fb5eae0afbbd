import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningFixture, sendRaw, startFixture, until } from './run-server'

const FIXTURE = fileURLToPath(new URL('../../fixtures/server/site', import.meta.url))

let server: RunningFixture

/** Each call of git adds a line. */
const gitCalls = path.join(mkdtempSync(path.join(os.tmpdir(), 'broadsheet-git-')), 'calls')

beforeAll(async () => {
  writeFileSync(gitCalls, '')
  const folder = path.dirname(gitCalls)
  const git = `#!/bin/sh\necho "$*" >> ${gitCalls}\nPATH=\${PATH#*:} exec git "$@"\n`
  writeFileSync(path.join(folder, 'git'), git, { mode: 0o755 })
  server = await startFixture({ env: { PATH: `${folder}:${process.env.PATH}` } })
})

afterAll(async () => {
  await server?.stop()
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer; text: string }

function ask(
  target: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: http.OutgoingHttpHeaders; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1',
      port: server.port,
      path: target,
      method,
      headers,
    })
    request.on('error', reject)
    request.on('response', async (reply) => {
      const parts: Buffer[] = []
      for await (const part of reply) parts.push(Buffer.from(part))
      const whole = Buffer.concat(parts)
      resolve({
        status: reply.statusCode ?? 0,
        headers: reply.headers,
        body: whole,
        text: whole.toString(),
      })
    })
    request.end(body)
  })
}

/** Increases with each render. */
const rendered = () => server.output().stderr.split('rendered').length

/** Missing addresses of each kind that a site has. */
const MISSING = [
  ...[
    '/articles/none',
    '/articles/none.md',
    '/articles/none/history',
    '/articles/none/comments.xml',
  ],
  ...[
    '/articles/nato/history/0123456789ab',
    '/articles/nato?comments=2',
    '/articles/nato?comments=x',
  ],
  ...['/articles/nato?comments=999999', '/articles/gone?comments=7', '/articles/nato/comments'],
  ...[
    '/tags/none',
    '/tags/x?page=2',
    '/tags/x?page=0',
    '/tags/none/feed.xml',
    '/tags/none/atom.xml',
  ],
  ...['/sources/none', '/authors/none', '/sections/none', '/sections/none/feed.json', '/page/0'],
  ...['/page/2', '/page/999999', '/page/x', '/none', '/none/at/all', '/2019/06/none.html'],
  ...['/c/none', '/c/0000000000000aaaa', '/media/none.webp', '/media/articles/none/0-320.webp'],
  ...['/share/none-0123456789.png', '/sitemap-articles-9.xml', '/wp-login.php', '/preview/a/b/c'],
]

const raw = (head: string, end = '\r\n\r\n') =>
  sendRaw(server.port, `${head}\r\nConnection: close${end}`)
const statusOf = (reply: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(reply)?.[1])

const SECURITY = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
}

function expectSecurityHeaders({ headers }: Answer) {
  expect(headers).toMatchObject(SECURITY)
  expect(headers['permissions-policy']).toContain('camera=()')
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(part)
  }
  expect(policy).not.toContain('unsafe')
}

describe('A page', () => {
  test('is a finished document without the framework’s script', async () => {
    const page = await ask('/articles/nato')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.text).toContain('<h1>nato, live</h1>')
    expect(page.text).toContain('application/ld+json')
    expect(page.text).not.toMatch(/_next|__next|\$RC|<!--/)
    expect(page.headers['speculation-rules']).toMatch(/^"\/assets\/speculation-/)
    expectSecurityHeaders(page)
  })

  test.each([
    ['br', (body: Buffer) => zlib.brotliDecompressSync(body)],
    ['gzip', (body: Buffer) => zlib.gunzipSync(body)],
  ])('comes as %s when a client requests that', async (coding, decode) => {
    const plain = await ask('/articles/nato')
    const coded = await ask('/articles/nato', { headers: { 'accept-encoding': coding } })
    expect(coded.headers['content-encoding']).toBe(coding)
    expect(coded.headers.vary).toBe('Accept-Encoding, Accept')
    expect(decode(coded.body).toString()).toBe(plain.text)
    expect(coded.headers.etag).not.toBe(plain.headers.etag)
  })

  test('is refused, not mislabelled, when the client accepts none of our codings', async () => {
    const none = await ask('/articles/nato', { headers: { 'accept-encoding': 'identity;q=0' } })
    expect(none.status).toBe(406)
  })

  test('is answered 304 without a body when the client has it', async () => {
    const { headers } = await ask('/articles/nato')
    for (const tag of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const again = await ask('/articles/nato', { headers: { 'if-none-match': tag } })
      expect(again.status).toBe(304)
      expect(again.body).toHaveLength(0)
      expect(again.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
      expectSecurityHeaders(again)
    }
    const other = await ask('/articles/nato', { headers: { 'if-none-match': '"x"' } })
    expect(other.status).toBe(200)
  })

  test('has the same headers for HEAD, and no body', async () => {
    const get = await ask('/articles/nato')
    const head = await ask('/articles/nato', { method: 'HEAD' })
    // Headers of the connection, not of the page.
    const perConnection = { date: '', connection: '', 'keep-alive': '' }
    expect({ ...head.headers, ...perConnection }).toEqual({ ...get.headers, ...perConnection })
    expect(head.body).toHaveLength(0)
  })

  test('tells shared caches its tags and its freshness', async () => {
    const { headers } = await ask('/articles/nato')
    expect(headers['cache-tag']).toBe('all,site,article:nato')
    expect(headers['cdn-cache-control']).toMatch(/max-age=\d+/)
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  test('sees only the query parameters it knows', async () => {
    expect((await ask('/tags/x?utm_source=a&page=1')).text).toContain(
      'x {&quot;page&quot;:&quot;1&quot;}',
    )
    expect((await ask('/tags/x?fbclid=a')).text).toContain('x {}')
  })

  test('made of a reader’s own words is cached nowhere', async () => {
    const { text, headers } = await ask('/search?q=nato&x=1')
    expect(text).toContain('{&quot;q&quot;:&quot;nato&quot;}')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(headers).not.toHaveProperty('cdn-cache-control')
  })

  test('stays as it is until a change to one of its cache tags is announced', async () => {
    const before = (await ask('/articles/nato')).text
    const story = path.join(server.contentDir, 'nato.json')
    const was = readFileSync(story, 'utf8')
    writeFileSync(story, JSON.stringify({ kind: 'live', text: 'changed' }))
    expect((await ask('/articles/nato')).text).toBe(before)
    writeFileSync(story, was)
  })

  test.each([
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%5D' },
    { 'next-router-segment-prefetch': '/_tree', rsc: '1' },
    { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
    { 'next-action': 'x'.repeat(40) },
    { 'x-middleware-subrequest': 'middleware' },
    { accept: 'text/x-component' },
  ])('is HTML whatever Next’s own client would request: %o', async (headers) => {
    const unseen = `/articles/nato?replytocom=${Object.keys(headers).join('-')}`
    for (const target of [unseen, `${unseen}&_rsc=abc`]) {
      const page = await ask(target, { headers })
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(page.text).toMatch(/^<!DOCTYPE html>/)
    }
  })
})

describe('A missing page', () => {
  test.each([
    '/articles/nope',
    '/nothing/at/all',
    '/articles/%E0%A4%A',
    `/articles/${'a'.repeat(300)}`,
    '/articles/..%2f..%2fetc%2fpasswd',
    '/_next/static/../../package.json',
    '/_next/data/x.json',
    '/_next/image?url=/x.png&w=64&q=1',
    '/errors/404',
    '/errors/500',
    '/assets/other.js',
    '/media/none.webp',
    '//evil.com/x',
  ])('%s is a complete 404 document', async (target) => {
    const page = await ask(target)
    expect(page.status).toBe(404)
    expect(page.text).toContain('<h1>There is no such page</h1>')
    expect(page.text).not.toMatch(/_next|<!--/)
    expectSecurityHeaders(page)
  })

  test('A withdrawn article answers 410 with its reason', async () => {
    const page = await ask('/articles/gone')
    expect(page.status).toBe(410)
    expect(page.text).toContain('It was wrong.')
    expectSecurityHeaders(page)
  })

  test('is recognised without rendering anything, at any kind of address', async () => {
    await ask('/articles/nope')
    const before = rendered()
    for (const target of MISSING) {
      const page = await ask(target)
      expect(page.status, target).toBe(404)
      expect(page.text, target).toContain('<h1>There is no such page</h1>')
    }
    for (let i = 0; i < 2_000; i += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, n) => ask(`/articles/unheard-of-${i + n}`)))
    }
    expect(rendered()).toBe(before)
  })

  test('An address that names a missing comment gets the page without it, rendered once', async () => {
    const plain = await ask('/articles/nato')
    for (const warm of ['/articles/nato?comments=1', '/articles/old']) await ask(warm)
    const before = rendered()
    const link = (n: number) => `${String(n).padStart(17, '0')}.${'x'.repeat(43)}`
    for (let n = 0; n < 20; n++) {
      for (const query of [
        `replytocom=made-up-${n}`,
        `replytocom=${String(n).padStart(17, '0')}`,
        `mine=${link(n)}`,
        `comments=1&replytocom=x${n}&mine=${link(n)}`,
      ]) {
        const page = await ask(`/articles/nato?${query}`)
        expect(page.status, query).toBe(200)
        expect(page.text, query).toBe(plain.text)
      }
    }
    expect((await ask('/articles/none?replytocom=x')).status).toBe(404)
    expect((await ask('/articles/old?replytocom=x')).headers.location).toContain('/articles/nato')
    expect(rendered()).toBe(before)
  })

  test.each([
    ['/moderate', 401],
    ['/moderate/queue', 401],
    ['/MODERATE', 401],
    ['/c/0000000000000aaaa/yours?key=wrong', 403],
    ['/preview/nato?expires=1&signature=x', 404],
  ])(
    '%s says the same to everyone, rendered once and kept by nobody outside',
    async (target, status) => {
      const first = await ask(target)
      expect(first.status).toBe(status)
      const before = rendered()
      for (let n = 0; n < 20; n++) {
        const again = await ask(`${target}${target.includes('?') ? '&' : '?'}n=${n}`)
        expect(again.status).toBe(status)
        expect(again.text).toBe(first.text)
        expect(again.headers['cache-control']).toBe('private, no-store')
        expect(again.headers['content-security-policy']).toContain("default-src 'none'")
      }
      expect(rendered()).toBe(before)
    },
  )

  test('An old path of the site redirects to the article with that alias', async () => {
    const { status, headers } = await ask('/2019/06/nato.html?utm_source=x')
    expect(status).toBe(308)
    expect(headers.location).toBe('/articles/nato?utm_source=x')
  })

  test("A post's number on WordPress redirects to the article with that alias", async () => {
    const { status, headers } = await ask('/?utm_source=x&p=123')
    expect([status, headers.location]).toEqual([308, '/articles/nato?utm_source=x'])
  })

  test('A number that no article has is the front page, rendered once for all numbers', async () => {
    const front = await ask('/')
    const before = rendered()
    for (let number = 200; number < 220; number++) {
      const { status, text } = await ask(`/?p=${number}`)
      expect([status, text]).toEqual([200, front.text])
    }
    expect(rendered()).toBe(before)
  })

  test('The page for failures is rendered once, and again when the site changes', async () => {
    const rendering = async () =>
      /Rendered as ([\w-]+)/.exec((await ask('/articles/broken')).text)?.[1]
    const first = await rendering()
    expect(first).toBeDefined()
    expect(await rendering()).toBe(first)
    const site = path.join(server.contentDir, 'site.yaml')
    writeFileSync(site, readFileSync(site, 'utf8').replace('name: Broadsheet', 'name: Other'))
    await until(async () => (await rendering()) !== first)
  })

  test('A page that fails gives a complete 500 document that no cache keeps; only the log has the cause', async () => {
    const page = await ask('/articles/broken')
    expect(page.status).toBe(500)
    expect(page.text).toContain('<h1>Something went wrong here</h1>')
    expect(page.text).not.toMatch(/_next|cannot be rendered|at \//)
    expect(page.headers['cache-control']).toBe('private, no-store')
    expectSecurityHeaders(page)
    expect(server.output().stderr).toContain('This story cannot be rendered')
  })

  test('The address of an article that moved redirects for good, with the query', async () => {
    const { status, headers } = await ask('/articles/old?utm_source=x')
    expect(status).toBe(308)
    expect(headers.location).toBe('/articles/nato?utm_source=x')
    expect((await ask('/articles/nato/?a=1')).headers.location).toBe('/articles/nato?a=1')
  })

  test('300 different unknown addresses leave the disk as it was, and memory limited', async () => {
    const resident = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1])
    const files = () =>
      [FIXTURE, path.dirname(server.dataDir)]
        .flatMap(
          (dir) => readdirSync(dir, { recursive: true, encoding: 'utf8' }),
          // A database's journals go when its last reader does.
        )
        .filter((file) => !/-(?:wal|shm)$/.test(file))
    for (let i = 0; i < 100; i++) await ask(`/articles/warm-${i}`)
    const before = { files: files(), resident: resident() }
    for (let i = 0; i < 300; i++) expect((await ask(`/articles/unknown-${i}`)).status).toBe(404)
    expect(files()).toEqual(before.files)
    expect(resident() - before.resident, 'kB').toBeLessThan(120_000)
  })
})

describe('Refused', () => {
  test.each(['TRACE', 'PUT', 'DELETE', 'POST', 'PATCH', 'OPTIONS'])(
    '%s to a page',
    async (method) => {
      const answer = await ask('/articles/nato', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD')
      expectSecurityHeaders(answer)
    },
  )

  test('CONNECT, and OPTIONS of everything', async () => {
    expect(statusOf(await raw('CONNECT evil.com:443 HTTP/1.1\r\nHost: evil.com'))).toBe(405)
    expect(statusOf(await raw('OPTIONS * HTTP/1.1\r\nHost: localhost'))).toBe(405)
  })

  test.each([
    ['a foreign host', { host: 'evil.com' }],
    ['a foreign forwarded host', { 'x-forwarded-host': 'evil.com' }],
    ['a foreign one among them', { 'x-forwarded-host': 'localhost, evil.com' }],
  ])('%s', async (_name, headers) => {
    const answer = await ask('/', { headers })
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('evil')
    expectSecurityHeaders(answer)
  })

  test('an expectation that this server can’t meet, and its body is not read', async () => {
    for (const method of ['GET', 'POST']) {
      const reply = await raw(
        `${method} /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: banana`,
        '\r\n\r\na=b',
      )
      expect(statusOf(reply)).toBe(417)
      expect(reply).toContain('X-Content-Type-Options: nosniff')
      expect(reply).toContain('Content-Security-Policy:')
      expect(reply).toContain('100-continue')
    }
    const expects = { expect: '100-Continue', 'content-length': '3' }
    const met = await ask('/api/publish', { method: 'POST', headers: expects, body: 'a=b' })
    expect(met.text).toContain('PUBLISH_SECRET is not set')
  })

  test('an address of 16 KB, of which the log keeps the start', async () => {
    const target = `/none?q=${'long'.repeat(4_500)}`
    expect((await ask(target)).status).toBe(414)
    await until(() => server.output().stderr.includes('/none?q=long'))
    for (const line of server
      .output()
      .stderr.split('\n')
      .filter((each) => each.includes('/none?q='))) {
      expect(line.length).toBeLessThan(400)
    }
  })

  test.each([
    ['two hosts', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost', 400],
    ['no host', 'GET / HTTP/1.1\r\nX: y', 400],
    ['a foreign absolute target', 'GET http://evil.com/ HTTP/1.1\r\nHost: localhost', 400],
    ['nonsense', 'NONSENSE', 400],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2',
      400,
    ],
    [
      'length and chunks',
      'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked',
      400,
    ],
    ['a long query', `GET /?q=${'a'.repeat(17_000)} HTTP/1.1\r\nHost: localhost`, 414],
    [
      'a query longer than any packet',
      `GET /?q=${'a'.repeat(600_000)} HTTP/1.1\r\nHost: localhost`,
      414,
    ],
    ['many headers', `GET / HTTP/1.1\r\nHost: localhost\r\n${'A: b\r\n'.repeat(150)}C: d`, 431],
    ['long headers', `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'b'.repeat(60_000)}`, 431],
  ])('%s', async (_name, head, status) => {
    const reply = await raw(head)
    expect(statusOf(reply)).toBe(status)
    expect(reply).toContain('X-Content-Type-Options: nosniff')
    expect(reply).toContain('Content-Security-Policy:')
  })

  test.each(['/', '/articles/nato', '/nothing', '/healthz', '/plain.txt'])(
    '60 MB sent to %s, before they are sent',
    async (target) => {
      const sent = { bytes: 0 }
      const answer = await new Promise<Answer>((resolve, reject) => {
        const headers = { 'content-length': 60_000_000 }
        const request = http.request({
          host: '127.0.0.1',
          port: server.port,
          path: target,
          method: 'POST',
          headers,
        })
        request.on('response', (reply) => {
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.alloc(0),
            text: '',
          })
          request.destroy()
        })
        request.on('error', reject)
        request.write(Buffer.alloc(65_536))
        sent.bytes += 65_536
      })
      expect(answer.status).toBe(413)
      expectSecurityHeaders(answer)
    },
  )

  test('a body without an end, sent to a page', async () => {
    const reply = await sendRaw(
      server.port,
      `POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n${'ffff\r\n'.concat('a'.repeat(65_535), '\r\n').repeat(100)}`,
    )
    expect(statusOf(reply)).toBe(405)
  })
})

describe('A file', () => {
  const whole = () =>
    readFileSync(new URL('../../fixtures/server/site/public/big.svg', import.meta.url))

  test('is compressed, tagged and answered 304 like a page', async () => {
    const file = await ask('/big.svg', { headers: { 'accept-encoding': 'br' } })
    expect(zlib.brotliDecompressSync(file.body)).toEqual(whole())
    expect(file.headers['content-type']).toBe('image/svg+xml')
    const again = await ask('/big.svg', {
      headers: { 'accept-encoding': 'br', 'if-none-match': file.headers.etag },
    })
    expect(again.status).toBe(304)
    expectSecurityHeaders(file)
  })

  test.each([
    ['bytes=0-9', 206, [0, 10], 'bytes 0-9/'],
    ['bytes=100-', 206, [100, undefined], 'bytes 100-'],
    ['bytes=-5', 206, [-5, undefined], 'bytes '],
    ['bytes=9999999-', 416, [0, 0], 'bytes */'],
    ['bytes=0-1,5-6', 200, [0, undefined], undefined],
  ])('gives the range %s', async (range, status, [start, end], extent) => {
    const part = await ask('/big.svg', { headers: { range, 'accept-encoding': 'br' } })
    expect(part.status).toBe(status)
    expect(part.body).toEqual(whole().subarray(start, end))
    if (extent) expect(part.headers['content-range']).toContain(extent)
  })

  test('is sent whole when the range was of another version', async () => {
    const { headers } = await ask('/big.svg')
    const range = 'bytes=0-9'
    const other = await ask('/big.svg', { headers: { range, 'if-range': '"other"' } })
    expect(other.status).toBe(200)
    const same = await ask('/big.svg', { headers: { range, 'if-range': headers.etag } })
    expect(same.status).toBe(206)
  })

  test('The elements and the speculation rules have hashed addresses and never change', async () => {
    const page = await ask('/')
    const module = /src="(\/assets\/elements-[\w-]+\.js)"/.exec(page.text)?.[1] ?? ''
    const script = await ask(module)
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(script.headers['cache-control']).toContain('immutable')
    expect(script.text).toContain('fixture-time')
    const rules = await ask(String(page.headers['speculation-rules']).replaceAll('"', ''))
    expect(rules.headers['content-type']).toBe('application/speculationrules+json')
    expect(JSON.parse(rules.text).prefetch[0].eagerness).toBe('moderate')
  })
})

test('Five hundred idle connections keep nobody else waiting', async () => {
  const idle = Array.from({ length: 500 }, () =>
    connect(server.port, '127.0.0.1').on('error', () => {}),
  )
  expect((await ask('/articles/nato')).status).toBe(200)
  for (const socket of idle) socket.destroy()
})

test('Clients that leave in the middle of a form are no failure', async () => {
  const head =
    'POST /api/comments HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nname=a'
  await ask('/articles/none')
  const before = server.output().stderr.length
  const sockets = Array.from({ length: 300 }, () =>
    connect(server.port, '127.0.0.1').on('error', () => {}),
  )
  await Promise.all(sockets.map((socket) => new Promise((sent) => socket.write(head, sent))))
  await ask('/articles/none')
  for (const socket of sockets) socket.destroy()
  // Later requests get later answers: by then the server has noticed.
  for (let i = 0; i < 3; i++) await ask('/articles/none')
  const said = server.output().stderr.slice(before)
  expect(said).not.toMatch(/aborted|failed|"status":500|rendered/)
})

test('A request whose head never ends is cut off', async () => {
  const started = performance.now()
  const reply = await sendRaw(server.port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ')
  expect(reply === '' || statusOf(reply) === 408).toBe(true)
  expect(performance.now() - started, 'the limit of 30 s').toBeLessThan(30_000)
})

test('A flood of probes starts no program', async () => {
  const calls = () => readFileSync(gitCalls, 'utf8').split('\n').length
  const before = calls()
  for (let i = 0; i < 100; i++) expect((await ask('/readyz')).status).toBe(200)
  expect(calls() - before).toBeLessThan(20)
})

test('Everyone may ask for health', async () => {
  expect((await ask('/healthz')).status).toBe(200)
  const ready = await ask('/readyz')
  expect(ready.status).toBe(200)
  expect(JSON.parse(ready.text)).toEqual({ ready: true, contentErrors: 0, comments: 'usable' })
  expect((await ask('/healthz', { method: 'POST' })).headers.allow).toBe('GET, HEAD')
})
