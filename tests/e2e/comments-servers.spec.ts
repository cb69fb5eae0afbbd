import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from '@playwright/test'
import { type RunningPostgres, startPostgres } from '../support/postgres'
import { type OwnServer, postComment, postForm, run, startOwnServer } from './own-server'
import { ADMIN_TOKEN } from './sites'

// These tests start their own servers, slowly when others run at the same time.
const SLOW = 300_000
test.describe.configure({ mode: 'serial', timeout: SLOW })
const PATIENT = { timeout: 60_000, intervals: [50] }

/** `npm run bench -- comments` kills the store alone a hundred times; this test goes the whole way from the form. */
const KILLS = 2

const read = async ({ url }: OwnServer, where: string) => (await fetch(`${url}${where}`)).text()

test.describe('two servers on one PostgreSQL', () => {
  let postgres: RunningPostgres
  let servers: OwnServer[] = []
  test.beforeAll(async () => {
    test.setTimeout(SLOW)
    postgres = await startPostgres()
    const env = { DATABASE_URL: `${postgres.url}/postgres` }
    servers = await Promise.all([startOwnServer(env), startOwnServer(env)])
  })
  test.afterAll(async () => {
    for (const server of servers) await server.stop()
    await postgres?.stop()
  })
  const at = (index: 0 | 1) => {
    const server = servers[index]
    if (server === undefined) throw new Error('The server was not started')
    return server
  }
  const here = () => at(0)
  const there = () => at(1)

  test('a comment posted at one appears on the pages, lists and feed of the other', async () => {
    // Cached pages, which only the news of a change can update.
    const pages = ['/articles/harbour', '/', '/articles/harbour/comments.xml']
    for (const page of pages) expect(await read(there(), page)).not.toContain('Nell')
    expect((await postComment(here(), 'harbour', 'Nell', 'Written elsewhere.')).status).toBe(303)
    const begin = performance.now()
    for (const [page, words] of [
      ['/articles/harbour', 'Written elsewhere.'],
      ['/', '1 comment'],
      ['/articles/harbour/comments.xml', 'Written elsewhere.'],
    ] as const) {
      await expect.poll(() => read(there(), page), PATIENT).toContain(words)
    }
    const description = `${Math.round(performance.now() - begin)} ms`
    test.info().annotations.push({ type: 'until the other server showed it', description })
  })

  test('an editor signed in at one can decide at the other, and a secret link works at both', async () => {
    const posted = await postComment(here(), 'ferry', 'Omar', 'See www.example.org')
    const secret = posted.headers.get('location') ?? ''
    expect(secret).toMatch(/^\/c\/[^/]+\/yours\?key=/)
    expect(await read(there(), secret)).toContain('See www.example.org')
    const signedIn = await postForm(here(), '/moderate/sign-in', { token: ADMIN_TOKEN })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const queue = await fetch(`${there().url}/moderate`, { headers: { cookie } })
    expect(queue.status).toBe(200)
    const id = /^\/c\/([^/]+)/.exec(secret)?.[1] ?? ''
    const decided = await postForm(
      there(),
      '/moderate/decide',
      { id, action: 'approve' },
      { cookie },
    )
    expect(decided.status).toBe(303)
    await expect.poll(() => read(here(), '/articles/ferry'), PATIENT).toContain('Omar')
  })

  test('a backup of the database restores its comments and secret links into a file', async () => {
    const posted = await postComment(here(), 'ferry', 'Tom', 'See www.example.com')
    const secret = posted.headers.get('location') ?? ''
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'broadsheet-pg-')), 'backup')
    const env = { DATABASE_URL: `${postgres.url}/postgres` }
    const made = await run(there(), 'backup', [folder], env)
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toContain('pg_dump --format=custom')
    const elsewhere = { dataDir: mkdtempSync(path.join(tmpdir(), 'broadsheet-elsewhere-')) }
    expect(await run(elsewhere, 'restore', [folder], env)).toMatchObject({ status: 1 })
    expect(await run(elsewhere, 'restore', [folder])).toMatchObject({ status: 0, stderr: '' })
    const restored = await startOwnServer({}, elsewhere.dataDir)
    try {
      expect(await read(restored, secret)).toContain('See www.example.com')
      expect(await read(restored, '/articles/harbour')).toContain('Written elsewhere.')
    } finally {
      await restored.stop()
    }
  })

  test('without the database they serve articles, refuse comments but keep the text, and recover by themselves', async () => {
    await postgres.interrupt()
    const refused = await postComment(here(), 'market', 'Pia', 'Kept & kept')
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('Kept &amp; kept</textarea>')
    const article = await fetch(`${there().url}/articles/market`)
    expect(article.status).toBe(200)
    expect(await article.text()).toContain('Comments are unavailable')
    expect(await (await fetch(`${there().url}/readyz`)).json()).toMatchObject({
      ...{ ready: true, comments: 'unavailable' },
    })
    // The lists keep the numbers that they knew.
    expect(await read(there(), '/')).toContain('1 comment')
    await postgres.resume()
    await expect
      .poll(async () => (await postComment(here(), 'market', 'Pia', 'Kept & kept')).status, PATIENT)
      .toBe(303)
    const shown = async () =>
      (await read(there(), '/articles/market')).split('Kept &amp; kept').length
    await expect.poll(shown, PATIENT).toBe(2)
  })
})

test.describe('a server on SQLite', () => {
  let server: OwnServer
  test.beforeAll(async () => {
    test.setTimeout(SLOW)
    server = await startOwnServer()
  })
  test.afterAll(() => server?.stop())

  test('while another process locks its file, articles are served and a comment waits', async () => {
    expect((await postComment(server, 'tram', 'Quin', 'Before the lock.')).status).toBe(303)
    const other = new DatabaseSync(path.join(server.dataDir, 'comments.sqlite'))
    other.exec('begin immediate')
    const order: string[] = []
    const posting = postComment(server, 'tram', 'Ruth', 'During the lock.').then(({ status }) =>
      order.push(`posted ${status}`),
    )
    // A page with an address of its own is rendered again.
    const page = await read(server, '/articles/tram?replytocom=none')
    expect(page).toContain('Before the lock.')
    order.push('read')
    other.exec('rollback')
    other.close()
    await posting
    expect(order).toEqual(['read', 'posted 303'])
    expect(await read(server, '/articles/tram')).toContain('During the lock.')
  })

  test('killed while readers post, it has every acknowledged comment once', async () => {
    const acknowledged: string[] = []
    let count = 0
    const post = async (words: string) => {
      const { status } = await postComment(server, 'bridge', 'Sue', words)
      expect(status).toBe(303)
      acknowledged.push(words)
    }
    for (let kill = 0; kill < KILLS; kill++) {
      const unanswered: string[] = []
      let isKilled = false
      const writer = async () => {
        while (!isKilled) {
          const words = `Acknowledged ${++count}.`
          await post(words).catch(() => unanswered.push(words))
        }
      }
      const writers = [writer(), writer(), writer(), writer()]
      await expect.poll(() => acknowledged.length, PATIENT).toBeGreaterThan((kill + 1) * 20)
      isKilled = true
      await server.kill()
      await Promise.all(writers)
      server = await startOwnServer({}, server.dataDir)
      // Whether or not the comment was stored, a writer who got no answer sends it again.
      for (const words of unanswered) await post(words)
    }
    const file = new DatabaseSync(path.join(server.dataDir, 'comments.sqlite'))
    const texts = file
      .prepare("select text from comments where article = 'bridge'")
      .all()
      .map(({ text }) => String(text))
    const integrity = file.prepare('pragma integrity_check').get()
    file.close()
    expect(acknowledged.filter((words) => !texts.includes(words))).toEqual([])
    expect(texts).toHaveLength(new Set(texts).size)
    expect(integrity).toEqual({ integrity_check: 'ok' })
  })
})
