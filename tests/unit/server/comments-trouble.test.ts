import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startFixture } from './run-server'

const ADMIN_TOKEN = 'a-token-for-this-test'

test('With a garbage comments database the server is ready, says so, serves pages and leaves the file as it is', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-garbage-'))
  const file = path.join(dataDir, 'comments.sqlite')
  const garbage = 'no database at all '.repeat(500)
  writeFileSync(file, garbage)
  const server = await startFixture({ dataDir, env: { ADMIN_TOKEN } })
  try {
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({ ready: true, comments: 'unavailable' })
    expect((await fetch(`${server.url}/`)).status).toBe(200)
    const status = await fetch(`${server.url}/status`, {
      headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    })
    const { comments } = await status.json()
    expect(comments).toEqual({ database: file, trouble: expect.stringMatching(/is damaged/) })
    expect(server.output().stderr + server.output().stdout).toContain('is damaged')
    expect(readFileSync(file, 'utf8')).toBe(garbage)
  } finally {
    await server.stop()
  }
})

test('Where a server has run and its comments are gone, the next one says that it starts without any', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-gone-'))
  writeFileSync(path.join(dataDir, 'secret.key'), `${'k'.repeat(43)}\n`)
  const server = await startFixture({ dataDir })
  try {
    expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ comments: 'usable' })
    expect(server.output().stderr).toContain('has a secret.key but no comments.sqlite')
  } finally {
    await server.stop()
  }
  const again = await startFixture({ dataDir })
  await again.stop()
  expect(again.output().stderr).not.toContain('no comments.sqlite')
})
