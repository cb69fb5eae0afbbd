import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { END_WITH_PARENT } from '../support/end-with-parent'

const SET_CLOCK = path.join(import.meta.dirname, 'set-clock.cjs')
const ROOT = path.resolve(import.meta.dirname, '../..')
const FIXTURE = path.join(ROOT, 'tests/fixtures/editors/site')
const PORT = 46116
const SITE = `http://localhost:${PORT}`
const PUBLISH_SECRET = 'a secret of this test'

test.describe.configure({ mode: 'serial' })
// Stops a test that hangs: a server starts, and draws and renders each of thirty addresses ten times.
const HANGS = 600_000
test.setTimeout(HANGS)

let folder: string
let server: ChildProcess | undefined

const desk = (...names: string[]) => path.join(folder, 'desk', ...names)
const quay = () => desk('content/articles/zanzibar-quay.md')

function git(where: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org']
  execFileSync('git', [...identity, ...args], { cwd: path.join(folder, where), stdio: 'pipe' })
}

/** Sets the server's clock forward; in one write, since the server may read the file at any time. */
function setClock(milliseconds: number): void {
  const written = path.join(folder, 'clock-to-be')
  writeFileSync(written, String(milliseconds))
  renameSync(written, path.join(folder, 'clock'))
}

/** An hour ago, so that the news sitemap includes it too. */
const published = new Date(Date.now() - 3_600_000).toISOString()

const article = (fields = `date: ${published}`) => `---
title: Zanzibar quay opens to ferries
${fields}
description: The quay in Zanzibar opens to ferries.
tags: [Harbour, Zanzibar quay]
source: { name: Quay Courier, url: "https://courier.example/quay" }
authors: [Quilla Quay]
section: Quayside
aliases: [old-quay]
image: { src: quay.jpg, alt: A quay }
corrections: [{ date: ${published.slice(0, 10)}, text: The quay opens to ferries on Monday. }]
---

The quay in Zanzibar opens to ferries next week, and divers looked at the harbour wall beside it.
`

/** Pushes, and notifies the site as GitHub would; the answer comes when the push is on the site. */
async function push(subject: string): Promise<void> {
  git('desk', 'add', '-A')
  git('desk', 'commit', '-q', '-m', subject)
  git('desk', 'push', '-q', 'origin', 'main')
  const body = JSON.stringify({ ref: 'refs/heads/main', after: randomUUID() })
  const signature = createHmac('sha256', PUBLISH_SECRET).update(body).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'push',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${signature}`,
  }
  const answer = await fetch(`${SITE}/api/publish`, { method: 'POST', body, headers })
  expect(answer.status, await answer.text()).toBe(200)
}

const ADDRESSES = [
  ...['/', '/tags', '/tags?by=use', '/corrections', '/llms.txt', '/articles/old-quay'],
  ...['/articles/zanzibar-quay', '/articles/zanzibar-quay.md', '/articles/zanzibar-quay/history'],
  ...['/articles/zanzibar-quay/comments.xml', '/corrections/feed.xml'],
  // The rail of another article.
  '/articles/harbour-wall',
  ...['/tags/harbour', '/tags/zanzibar-quay', '/sources/quay-courier', '/authors/quilla-quay'],
  ...['/sections/quayside', '/feed.xml', '/atom.xml', '/feed.json', '/tags/harbour/feed.xml'],
  ...['/tags/zanzibar-quay/feed.json', '/sources/quay-courier/atom.xml'],
  ...['/sitemap-articles-1.xml', '/news-sitemap.xml', '/search?q=ferries', '/ask?q=ferries+quay'],
  ...['/api/suggest?q=zanz', `/oembed?url=${encodeURIComponent(`${SITE}/articles/zanzibar-quay`)}`],
]

/** Any trace of the article, apart from a reader's own question. */
const TOLD = /opens to ferries|zanzibar[- ]quay|quay[- ]courier|quilla[- ]quay|quay\.jpg/i

async function ask(address: string) {
  const answer = await fetch(SITE + address)
  const text = await answer.text()
  return { status: answer.status, isTold: answer.ok && TOLD.test(text), text }
}

/** The share image and the pictures, whose addresses are in the page. */
async function picturesOf(): Promise<string[]> {
  const { text } = await ask('/articles/zanzibar-quay')
  const [share = ''] = /\/share\/[^"]*zanzibar-quay[^"]*/.exec(text) ?? []
  const [picture = ''] = /\/media\/articles\/quay\.jpg\/[^" ]+/.exec(text) ?? []
  expect([share, picture]).not.toContain('')
  return [share, picture, '/media/articles/quay.jpg']
}

test.beforeAll(async () => {
  test.setTimeout(HANGS)
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-unpublishing-'))
  for (const name of ['origin', 'desk']) mkdirSync(path.join(folder, name))
  git('origin', 'init', '-q', '--bare', '-b', 'main')
  git('desk', 'init', '-q', '-b', 'main')
  git('desk', 'remote', 'add', 'origin', path.join(folder, 'origin'))
  cpSync(FIXTURE, desk('content'), { recursive: true })
  cpSync(desk('content/articles/harbour.jpg'), desk('content/articles/quay.jpg'))
  git('desk', 'add', '-A')
  git('desk', 'commit', '-q', '-m', 'Begin')
  git('desk', 'push', '-q', 'origin', 'main')
  git('.', 'clone', '-q', path.join(folder, 'origin'), 'served')
  setClock(0)
  server = spawn(process.execPath, ['--import', END_WITH_PARENT, 'lib/server/start.mjs'], {
    cwd: ROOT,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      ...{ PORT: String(PORT), LOG_LEVEL: 'fatal', PUBLISH_SECRET },
      ...{ NODE_OPTIONS: `--require ${SET_CLOCK}`, CLOCK_FILE: path.join(folder, 'clock') },
      CONTENT_DIR: path.join(folder, 'served/content'),
      DATA_DIR: path.join(folder, 'data'),
    },
  })
  const isReady = () =>
    fetch(`${SITE}/readyz`).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(isReady, { timeout: HANGS - 60_000 }).toBe(200)
})

test.afterAll(async () => {
  test.setTimeout(HANGS)
  const ended = new Promise((resolve) => server?.on('exit', resolve))
  if (server?.kill('SIGTERM')) await ended
  rmSync(folder, { recursive: true, force: true })
})

for (const [how, unpublish, status] of [
  ['becomes a draft', () => writeFileSync(quay(), article(`date: ${published}\ndraft: true`)), 404],
  ['is put off', () => writeFileSync(quay(), article('date: 2099-01-01')), 404],
  ['expires', () => writeFileSync(quay(), article('date: 2025-01-01\nexpires: 2025-02-01')), 404],
  [
    'is withdrawn',
    () =>
      writeFileSync(
        quay(),
        article(
          `date: ${published}\nwithdrawn: { date: ${published.slice(0, 10)}, reason: Wrong }`,
        ),
      ),
    410,
  ],
  ['is deleted', () => rmSync(quay()), 404],
] as const) {
  test(`when the webhook answers, an article is everywhere, and gone from everywhere after it ${how}`, async () => {
    writeFileSync(quay(), article())
    await push(`Bring it before it ${how}`)
    for (const address of ADDRESSES) {
      expect((await ask(address)).isTold, address).toBe(true)
    }
    expect((await ask('/articles/zanzibar-quay/history')).text).toContain(`before it ${how}`)
    const pictures = await picturesOf()
    for (const address of pictures) {
      expect((await fetch(SITE + address)).status, address).toBe(200)
    }
    unpublish()
    await push(`It ${how}`)
    await expectGone(pictures, status)
  })
}

const DAY_MS = 86_400_000

test('an article published because the clock was a day ahead is nowhere once the clock is set back', async () => {
  const tomorrow = new Date(Date.now() + DAY_MS / 2).toISOString()
  writeFileSync(quay(), article(`date: ${tomorrow}`))
  await push('It is due tomorrow')
  for (const address of ADDRESSES) {
    expect((await ask(address)).isTold, address).toBe(false)
  }
  setClock(DAY_MS)
  for (const address of ADDRESSES) {
    // A clock that jumps forward is noticed at the next scan of the folder.
    await expect
      .poll(async () => (await ask(address)).isTold, { message: address, timeout: HANGS })
      .toBe(true)
  }
  const pictures = await picturesOf()
  for (const address of pictures) {
    expect((await fetch(SITE + address)).status, address).toBe(200)
  }
  setClock(0)
  await expectGone(pictures, 404)
})

async function expectGone(pictures: readonly string[], status: number): Promise<void> {
  for (const address of ADDRESSES) {
    expect((await ask(address)).isTold, address).toBe(false)
  }
  for (const address of ['/articles/zanzibar-quay', '/articles/zanzibar-quay.md']) {
    expect((await ask(address)).status, address).toBe(status)
  }
  for (const address of pictures) {
    expect((await fetch(SITE + address)).status, address).toBeGreaterThanOrEqual(404)
  }
}
