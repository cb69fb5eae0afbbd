import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../support/free-port'
import { launch, type RunningFixture, startFixture, until } from '../server/run-server'

const PUSH = readFileSync(
  fileURLToPath(new URL('../../fixtures/publish/push.json', import.meta.url)),
)
const SECRET = 'a secret of this test'
const ADMIN_TOKEN = 'a-token-of-this-test'
/** Stops a test that hangs: the server may have to build its pages first, while others build too. */
const HANGS = 400_000

let folder: string
let server: RunningFixture
let deliveries = 0

const desk = (...names: string[]) => path.join(folder, 'desk', ...names)

function git(where: string, ...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'Ann' }
  const env = { ...process.env, ...who, GIT_COMMITTER_EMAIL: 'a@b' }
  return execFileSync('git', args, {
    cwd: path.join(folder, where),
    encoding: 'utf8',
    env,
    stdio: 'pipe',
  }).trim()
}

const article = (title: string, more = '') =>
  `---\ntitle: ${title}\ndate: 2025-06-01\n${more}---\n\nThe story of ${title}.\n`

/** What an editor does: write files, commit, push. */
function push(files: Record<string, string | undefined>): string {
  for (const [name, text] of Object.entries(files)) {
    const file = desk('content/articles', name)
    if (text === undefined) rmSync(file)
    else writeFileSync(file, text)
  }
  git('desk', 'add', '-A')
  git('desk', 'commit', '-q', '-m', 'Change')
  git('desk', 'push', '-q', 'origin', 'main')
  return git('desk', 'rev-parse', 'HEAD')
}

const environment = (more: Record<string, string> = {}) => ({
  CONTENT_DIR: path.join(folder, 'server/content'),
  PUBLISH_SECRET: SECRET,
  ADMIN_TOKEN,
  ...more,
})

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-publish-'))
  for (const name of ['origin', 'desk']) mkdirSync(path.join(folder, name))
  git('origin', 'init', '-q', '--bare', '-b', 'main')
  git('desk', 'init', '-q', '-b', 'main')
  git('desk', 'remote', 'add', 'origin', path.join(folder, 'origin'))
  const site = fileURLToPath(new URL('../../fixtures/editors/site', import.meta.url))
  cpSync(site, desk('content'), { recursive: true })
  push({})
  git('.', 'clone', '-q', path.join(folder, 'origin'), 'server')
  server = await startFixture({ env: environment() })
}, HANGS)
afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Hook = { body?: Buffer; headers?: Record<string, string | undefined>; url?: string }

async function hook({ body = PUSH, headers = {}, url = server.url }: Hook = {}) {
  const given: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'user-agent': 'GitHub-Hookshot/044aadd',
    'x-github-event': 'push',
    'x-github-delivery': `72d3162e-cc78-11e3-81ab-${String(++deliveries).padStart(12, '0')}`,
    'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`,
    ...headers,
  }
  const sent = Object.entries(given).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  )
  const answer = await fetch(`${url}/api/publish`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: sent,
  })
  const told: Record<string, unknown> = JSON.parse(await answer.text())
  return { status: answer.status, ...told }
}

const markdown = async (slug: string) => (await fetch(`${server.url}/articles/${slug}.md`)).text()
const isThere = async (slug: string) => (await fetch(`${server.url}/articles/${slug}.md`)).status

test('a push is on the site when the webhook answers, and the answer says what changed', async () => {
  const commit = push({ 'first.md': article('First'), 'harbour-1.md': article('Report') })
  expect(await hook()).toMatchObject({
    status: 200,
    ok: true,
    commit,
    added: ['articles/first.md'],
    changed: ['articles/harbour-1.md'],
    removed: [],
    errors: [],
  })
  expect(await markdown('first')).toContain('The story of First.')
  push({ 'first.md': undefined })
  expect(await hook()).toMatchObject({ status: 200, removed: ['articles/first.md'] })
  expect(await isThere('first')).toBe(404)
})

test('a problem in the text alone is reported, and the article is published anyway', async () => {
  push({ 'fourth.md': `${article('Fourth')}\n[dead](/articles/nowhere)\n` })
  expect(await hook()).toMatchObject({
    status: 422,
    added: ['articles/fourth.md'],
    refused: [],
    errors: [expect.objectContaining({ path: 'articles/fourth.md', field: 'body' })],
  })
  expect(await markdown('fourth')).toContain('The story of Fourth.')
  push({ 'nowhere.md': article('Nowhere') })
  expect(await hook()).toMatchObject({ status: 200, added: ['articles/nowhere.md'], errors: [] })
  push({ 'nowhere.md': undefined, 'fourth.md': undefined })
  expect((await hook()).status).toBe(200)
})

test('a file with an error is reported with the place, and its previous version stays live', async () => {
  push({ 'second.md': article('Second') })
  expect((await hook()).status).toBe(200)
  push({ 'second.md': article('Second', 'dat: 2025-06-01\n'), 'third.md': article('Third') })
  expect(await hook()).toMatchObject({
    status: 422,
    ok: false,
    added: ['articles/third.md'],
    changed: [],
    refused: ['articles/second.md'],
    errors: [
      expect.objectContaining({
        ...{ path: 'articles/second.md', line: 4, field: 'dat', severity: 'error' },
        problem: 'is not a known field',
        fix: 'did you mean date?',
      }),
    ],
  })
  expect(await markdown('second')).toContain('The story of Second.')
  expect(await markdown('third')).toContain('The story of Third.')
  push({ 'second.md': article('Second, mended') })
  expect(await hook()).toMatchObject({ status: 200, changed: ['articles/second.md'] })
})

test.each([
  ['none', { headers: { 'x-hub-signature-256': undefined } }],
  ['an empty one', { headers: { 'x-hub-signature-256': '' } }],
  ['a wrong one', { headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` } }],
  ['an old kind', { headers: { 'x-hub-signature-256': undefined, 'x-hub-signature': 'sha1=0' } }],
  [
    'that of another body',
    {
      body: Buffer.concat([PUSH, Buffer.from(' ')]),
      headers: {
        'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET).update(PUSH).digest('hex')}`,
      },
    },
  ],
])('a delivery signed with %s is refused, and nothing is pulled', async (_, request) => {
  const before = git('server', 'rev-parse', 'HEAD')
  expect((await hook(request)).status).toBe(401)
  expect(git('server', 'rev-parse', 'HEAD')).toBe(before)
})

test(
  'a delivery is accepted once, even after a restart of the server',
  async () => {
    const headers = { 'x-github-delivery': 'the-same-twice' }
    expect((await hook({ headers })).status).toBe(200)
    expect((await hook({ headers })).status).toBe(409)
    await server.stop()
    server = await startFixture({ env: environment(), dataDir: server.dataDir })
    expect((await hook({ headers })).status).toBe(409)
    const status: { publications: unknown[] } = JSON.parse(
      await (
        await fetch(`${server.url}/status`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })
      ).text(),
    )
    expect(status.publications.length).toBeGreaterThan(2)
    expect(JSON.stringify(status)).not.toContain(SECRET)
  },
  HANGS,
)

test('a ping is answered and other events are ignored', async () => {
  expect(await hook({ headers: { 'x-github-event': 'ping' } })).toMatchObject({ pong: true })
  expect(await hook({ headers: { 'x-github-event': 'star' } })).toMatchObject({ ignored: 'star' })
  expect((await hook({ headers: { 'x-github-delivery': '../x' } })).status).toBe(400)
})

test('the other content type that GitHub offers works as well, and the answer says what to set', async () => {
  push({ 'form.md': article('Form') })
  const body = Buffer.from(`payload=${encodeURIComponent(PUSH.toString())}`)
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  expect(await hook({ body, headers })).toMatchObject({
    status: 200,
    added: ['articles/form.md'],
    advice: expect.stringContaining('application/json'),
  })
  const unsigned = { ...headers, 'x-hub-signature-256': undefined }
  expect(await hook({ body, headers: unsigned })).toMatchObject({
    status: 401,
    error: expect.stringContaining('set the webhook’s secret'),
    advice: expect.stringContaining('application/json'),
  })
})

test('the answer to a GitLab webhook says what to set instead', async () => {
  const headers = {
    ...{ 'x-github-event': undefined, 'x-github-delivery': undefined },
    ...{
      'x-hub-signature-256': undefined,
      'x-gitlab-event': 'Push Hook',
      'x-gitlab-token': SECRET,
    },
  }
  expect(await hook({ headers })).toMatchObject({
    status: 401,
    advice: expect.stringContaining('a job of the project’s pipeline'),
  })
})

test('fifty deliveries at once end in the last state', async () => {
  push({ 'many.md': article('Many') })
  const answers = await Promise.all(Array.from({ length: 50 }, () => hook()))
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(await markdown('many')).toContain('The story of Many.')
})

test('what a push withdrew or unpublished is gone everywhere', async () => {
  push({ 'gone.md': article('Gone'), 'back.md': article('Taken back') })
  await hook()
  expect(await (await fetch(`${server.url}/feed.xml`)).text()).toContain('Taken back')
  push({
    'gone.md': article('Gone', 'draft: true\n'),
    'back.md': article('Taken back', 'withdrawn: { date: 2025-06-02, reason: It was wrong. }\n'),
  })
  expect((await hook()).status).toBe(200)
  expect(await isThere('gone')).toBe(404)
  expect(await isThere('back')).toBe(410)
  expect(await markdown('back')).toContain('It was wrong.')
  for (const address of [
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/llms.txt',
    '/sitemap-articles-1.xml',
  ]) {
    const text = await (await fetch(server.url + address)).text()
    expect(text.includes('Taken back') || text.includes('/back') || text.includes('/gone')).toBe(
      false,
    )
  }
})

test('the answer lists the server’s own commits with a command, and the delivery may be sent again', async () => {
  writeFileSync(path.join(folder, 'server/content/articles/own.md'), article('Own'))
  git('server', 'add', '-A')
  git('server', 'commit', '-q', '-m', 'On the server')
  push({ 'fourth.md': article('Fourth') })
  const headers = { 'x-github-delivery': 'fails-first' }
  const failed = await hook({ headers })
  const files = ['content/articles/own.md']
  expect(failed).toMatchObject({
    ...{ status: 409, ok: false, files, command: expect.stringMatching(/^git branch kept-/) },
    error: expect.stringContaining('content/articles/own.md'),
  })
  expect(await isThere('fourth')).toBe(404)
  git('server', 'reset', '-q', '--hard', 'HEAD~1')
  expect((await hook({ headers })).status).toBe(200)
  expect(await isThere('fourth')).toBe(200)
})

test('a rewritten branch is followed: what it dropped is gone from the site', async () => {
  push({ 'leak.md': article('Leak') })
  expect((await hook()).status).toBe(200)
  git('desk', 'reset', '-q', '--hard', 'HEAD~1')
  writeFileSync(desk('content/articles/fifth.md'), article('Fifth'))
  git('desk', 'add', '-A')
  git('desk', 'commit', '-q', '-m', 'Without the leak')
  git('desk', 'push', '-qf', 'origin', 'main')
  expect(await hook()).toMatchObject({
    ...{ status: 200, commit: git('desk', 'rev-parse', 'HEAD') },
    ...{ added: ['articles/fifth.md'], removed: ['articles/leak.md'] },
  })
  expect(await isThere('leak')).toBe(404)
})

test('a pushed folder that git takes for a repository is never obeyed', async () => {
  const mark = path.join(folder, 'was-run')
  const program = path.join(folder, 'program')
  writeFileSync(program, `#!/bin/sh\ntouch '${mark}'\nexit 1\n`, { mode: 0o755 })
  const config = `[core]\nrepositoryformatversion = 0\nworktree = ..\nsshCommand = ${program}
[remote "origin"]\nurl = ssh://git.example/x\nfetch = +refs/heads/*:refs/remotes/origin/*
[branch "main"]\nremote = origin\nmerge = refs/heads/main\n`
  for (const name of ['objects', 'refs']) mkdirSync(desk('content', name))
  for (const name of ['objects/x', 'refs/x']) writeFileSync(desk('content', name), '')
  push({ '../HEAD': 'ref: refs/heads/main\n', '../config': config })
  expect((await hook()).status).toBe(200)
  const commit = push({ 'sixth.md': article('Sixth') })
  expect(await hook()).toMatchObject({ status: 200, commit, added: ['articles/sixth.md'] })
  expect(existsSync(mark)).toBe(false)
})

test('a damaged repository is reported as damaged, never as ok', async () => {
  const head = path.join(folder, 'server/.git/HEAD')
  push({ 'seventh.md': article('Seventh') })
  renameSync(head, `${head}-away`)
  const failed = { status: 502, error: expect.stringMatching(/^The repository is damaged: /) }
  expect(await hook()).toMatchObject(failed)
  const authorization = `Bearer ${ADMIN_TOKEN}`
  const status = await fetch(`${server.url}/status`, { headers: { authorization } })
  expect(await status.text()).toContain('not a git repository')
  renameSync(`${head}-away`, head)
  const commit = git('desk', 'rev-parse', 'HEAD')
  expect(await hook()).toMatchObject({ status: 200, commit })
  expect(
    await (await fetch(`${server.url}/status`, { headers: { authorization } })).text(),
  ).toContain(`"commit": "${commit}"`)
})

test(
  'a push during the start is published after it; without a secret nothing is',
  async () => {
    const url = `http://127.0.0.1:${await freePort()}`
    const starting = await launch({ env: environment({ PORT: new URL(url).port }) })
    push({ 'early.md': article('Early') })
    let early: Awaited<ReturnType<typeof hook>> | undefined
    await until(async () => {
      early = await hook({ url }).catch(() => undefined)
      return early !== undefined
    })
    expect(early?.status).toBe(200)
    await until(() => starting.output().stdout.includes('Broadsheet is at'))
    expect((await fetch(`${url}/articles/early.md`)).status).toBe(200)
    await starting.stop()
    const closed = await startFixture({ env: environment({ PUBLISH_SECRET: '', ADMIN_TOKEN: '' }) })
    expect((await hook({ url: closed.url })).status).toBe(404)
    expect((await fetch(`${closed.url}/status`)).status).toBe(404)
    await closed.stop()
  },
  HANGS,
)
