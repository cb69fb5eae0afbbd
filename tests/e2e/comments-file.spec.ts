import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from '@playwright/test'
import { type OwnServer, postComment, run, startOwnServer } from './own-server'
import { ADMIN_TOKEN } from './sites'

// Servers and commands start slowly when others run at the same time.
test.describe.configure({ timeout: 300_000 })
const PATIENT = { timeout: 60_000, intervals: [50] }

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'broadsheet-file-'))
const fileOf = ({ dataDir }: { dataDir: string }) => path.join(dataDir, 'comments.sqlite')

const json = async ({ url }: OwnServer, where: string) =>
  (await fetch(`${url}${where}`, { headers: { authorization: `Bearer ${ADMIN_TOKEN}` } })).json()

const usable = async (server: OwnServer) => (await json(server, '/readyz')).comments

async function acknowledged(server: OwnServer, text: string): Promise<string> {
  const { status, headers } = await postComment(server, 'harbour', 'Anna', text)
  expect(status).toBe(303)
  return headers.get('location') ?? ''
}

/** What the file at the path holds for a program that opens it now. */
function textsIn(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database
      .prepare('select text from comments order by text')
      .all()
      .map(({ text }) => String(text))
  } finally {
    database.close()
  }
}

test('comments.sqlite deleted under a running server: posting answers 503, keeps the text and says why, and works again when the file is back', async () => {
  const server = await startOwnServer()
  try {
    await acknowledged(server, 'Before.')
    rmSync(fileOf(server))
    const refused = await postComment(server, 'harbour', 'Anna', 'Kept & kept')
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('Kept &amp; kept</textarea>')
    expect(await json(server, '/readyz')).toMatchObject({
      ...{ ready: true, comments: 'unavailable' },
      commentsTrouble: 'comments.sqlite was deleted, replaced or overwritten',
    })
    const { comments } = await json(server, '/status')
    expect(comments.trouble).toMatch(/deleted while it was open\. What it had held is in /)
    expect((await fetch(`${server.url}/articles/harbour`)).status).toBe(200)
    expect(existsSync(fileOf(server))).toBe(false)
    const kept = readdirSync(server.dataDir).filter((name) => /\.kept-/.test(name))
    expect(kept).toHaveLength(1)
    renameSync(path.join(server.dataDir, kept[0] ?? ''), fileOf(server))
    await expect.poll(() => usable(server), PATIENT).toBe('usable')
    await acknowledged(server, 'Kept & kept')
    expect(textsIn(fileOf(server))).toEqual(['Before.', 'Kept & kept'])
  } finally {
    await server.stop()
  }
})

for (const [how, put] of [
  ['renamed over it', renameSync],
  ['copied over it', copyFileSync],
] as const) {
  test(`another file ${how}: the server acknowledges only what it holds, and pages show what it holds`, async () => {
    const [one, other] = [await startOwnServer(), await startOwnServer()]
    try {
      await acknowledged(other, 'From another file.')
      await other.stop()
      await acknowledged(one, 'Before.')
      // Otherwise SQLite would apply what is left in the log to the copied file.
      await expect.poll(() => statSync(`${fileOf(one)}-wal`).size, PATIENT).toBe(0)
      put(fileOf(other), fileOf(one))
      const late = await postComment(one, 'harbour', 'Anna', 'After.')
      await expect.poll(() => usable(one), PATIENT).toBe('usable')
      if (late.status !== 303) expect(late.status).toBe(503)
      await acknowledged(one, 'After.')
      expect(textsIn(fileOf(one))).toEqual(['After.', 'From another file.'])
      const page = async () => (await fetch(`${one.url}/articles/harbour`)).text()
      await expect.poll(page, PATIENT).toContain('From another file.')
      expect(await page()).not.toContain('Before.')
    } finally {
      await one.stop()
      await other.stop()
    }
  })
}

test('a backup made under load, from a server that is then killed, restores comments and secret links elsewhere', async () => {
  const server = await startOwnServer()
  const [folder, elsewhere] = [path.join(newFolder(), 'backup'), newFolder()]
  const before: string[] = []
  let isOver = false
  const writer = async (name: string) => {
    for (let count = 0; !isOver; count++) {
      const text = `${name} ${count}.`
      const posted = await postComment(server, 'harbour', 'Anna', text).catch(() => undefined)
      if (posted?.status === 303) before.push(text)
    }
  }
  try {
    // This comment waits for an editor: only its secret link shows it.
    const secret = await postComment(server, 'ferry', 'Omar', 'See www.example.org')
    const writers = ['One', 'Two', 'Three'].map(writer)
    await expect.poll(() => before.length, PATIENT).toBeGreaterThan(20)
    const promised = [...before]
    const made = await run(server, 'backup', [folder])
    expect(made).toMatchObject({ status: 0, stderr: '' })
    const beside = await run(server, 'restore', [folder, '--replace'])
    expect(beside.status).toBe(1)
    expect(beside.stderr).toContain(`is in use by the server with process number`)
    await server.kill()
    isOver = true
    await Promise.all(writers)
    expect(await run({ dataDir: elsewhere }, 'restore', [folder])).toMatchObject({
      status: 0,
      stderr: '',
    })
    const restored = textsIn(fileOf({ dataDir: elsewhere }))
    expect(promised.filter((text) => !restored.includes(text))).toEqual([])
    const second = await startOwnServer({}, elsewhere)
    try {
      const where = secret.headers.get('location') ?? ''
      expect(await (await fetch(`${second.url}${where}`)).text()).toContain('See www.example.org')
    } finally {
      await second.stop()
    }
  } finally {
    isOver = true
    await server.kill()
  }
})

test('after SIGTERM a copy of comments.sqlite and secret.key is complete', async () => {
  const server = await startOwnServer()
  await acknowledged(server, 'One.')
  await acknowledged(server, 'Two.')
  await server.stop()
  const copy = newFolder()
  for (const name of ['comments.sqlite', 'secret.key']) {
    cpSync(path.join(server.dataDir, name), path.join(copy, name))
  }
  expect(textsIn(fileOf({ dataDir: copy }))).toEqual(['One.', 'Two.'])
})

/** An export with this many waiting comments. */
function waiting(count: number): { ids: string[]; lines: string } {
  const ids = Array.from({ length: count }, (_, i) => `1kar9bmg0${String(i).padStart(8, '0')}`)
  const comments = ids.map((id) => ({
    ...{ id, root: id, article: 'market', state: 'pending', heldFor: [], name: 'Rosa' },
    ...{ text: `Waits ${id}.`, byEditor: false, created: '2025-11-23T12:00:00.000Z' },
  }))
  const head = { format: 'broadsheet-comments', version: 2 }
  const lines = [head, ...comments].map((line) => `${JSON.stringify(line)}\n`).join('')
  return { ids, lines }
}

test('a command approves thousands of comments beside a server, which shows them', async () => {
  const server = await startOwnServer()
  try {
    const { ids, lines } = waiting(5000)
    const file = path.join(newFolder(), 'export.jsonl')
    writeFileSync(file, lines)
    expect(await run(server, 'comments', ['import', file])).toMatchObject({ status: 0 })
    const approved = await run(server, 'comments', ['approve', ...ids])
    expect(approved).toMatchObject({ status: 0, stderr: '' })
    const said = approved.stdout.trim().split('\n')
    expect([said.at(0), said.at(-1)]).toEqual(['100 of 5000 approved', '5000 approved'])
    const page = async () => (await fetch(`${server.url}/articles/market`)).text()
    await expect.poll(page, PATIENT).toContain('5,000 comments')
  } finally {
    await server.stop()
  }
})
