import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import * as z from 'zod'
import { type RunningFixture, START, startFixture } from './run-server'

/** Stops a test that hangs: it starts a server, which takes long on a busy machine. */
const HANGS = 240_000

const text = readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8')
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(text))
const { start = '', ...others } = scripts

let server: RunningFixture | undefined

afterEach(async () => {
  server?.child.kill('SIGKILL')
  await server?.exit
})

test(
  'npm start becomes the server, which gets the signal that npm sends to its shell',
  async () => {
    const line = start.replaceAll('lib/server/start.mjs', START)
    server = await startFixture({ command: ['sh', '-c', line] })
    const { pid } = server.child
    const note = readFileSync(path.join(server.dataDir, 'server.txt'), 'utf8')
    expect(note).toContain(`process number ${pid}`)
    if (process.platform === 'linux') {
      expect(readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')).toContain(
        'MALLOC_ARENA_MAX=2',
      )
    }
    expect(await server.stop()).toBe(0)
  },
  HANGS,
)

// In cmd the first command fails silently, what follows `&&` is skipped, and what follows `||` runs.
test('In Windows’ shell npm start runs the server with the same settings, and no other command needs another shell', () => {
  const [, posix = '', windows = ''] = start.split(/ && | \|\| /)
  expect(start).toMatch(/^node -e "[^"%^&|<>$`\\]+" && [^&|]+ \|\| node [^&|]+$/)
  expect(posix).toBe(`MALLOC_ARENA_MAX=2 exec ${windows}`)
  for (const [name, script] of Object.entries(others)) {
    expect(script, name).toMatch(/^[\w./:-]+( [\w./:=-]+)*( && [\w./:-]+( [\w./:=-]+)*)*$/)
    expect(script, name).not.toMatch(/(^|&& )(\w+=|exec )/)
  }
})
