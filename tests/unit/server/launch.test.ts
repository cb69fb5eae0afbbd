import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { environment, flags } from '@/lib/server/node-settings.mjs'
import { launch, type RunningFixture, startFixture, until } from './run-server'

/** A bound against hanging: each starts a server, which a busy machine takes long for. */
const HANGS = 240_000

const running: RunningFixture[] = []

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.child.kill('SIGKILL')
    await server.exit
  }
})

async function npmStart(): Promise<RunningFixture> {
  const server = await startFixture({ program: 'launch.mjs' })
  running.push(server)
  return server
}

const processOf = ({ dataDir }: RunningFixture) =>
  Number(/\d+/.exec(readFileSync(path.join(dataDir, 'server.txt'), 'utf8'))?.[0])

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('npm start and every other command is the same in Windows’ shell: no variable, pipe or quote', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8')
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(text))
  expect(scripts.start).toBe('node lib/server/launch.mjs')
  for (const [name, script] of Object.entries(scripts)) {
    expect(script, name).toMatch(/^[\w./:-]+( [\w./:=-]+)*( && [\w./:-]+( [\w./:=-]+)*)*$/)
    expect(script, name).not.toMatch(/(^|&& )(\w+=|exec )/)
  }
})

test(
  'npm start starts the server with its settings, and passes on the signal that ends it gently',
  async () => {
    const server = await npmStart()
    const pid = processOf(server)
    if (process.platform === 'linux') expectSettings(pid)
    const slow = fetch(`${server.url}/slow`)
    await (await fetch(`${server.url}/`)).text()
    server.child.kill('SIGTERM')
    expect(await (await slow).text()).toContain('Slow page')
    expect(await server.exit).toBe(0)
    expect(isRunning(pid)).toBe(false)
  },
  HANGS,
)

function expectSettings(pid: number): void {
  const read = (what: string) => readFileSync(`/proc/${pid}/${what}`, 'utf8').split('\0')
  expect(read('cmdline')).toEqual(expect.arrayContaining([...flags]))
  for (const [name, value] of Object.entries(environment))
    expect(read('environ')).toContain(`${name}=${value}`)
}

test(
  'When what started the server is killed, the server ends',
  async () => {
    const server = await npmStart()
    const pid = processOf(server)
    server.child.kill('SIGKILL')
    await until(() => !isRunning(pid))
  },
  HANGS,
)

test('A server that can’t start says why, and npm start ends with its code', async () => {
  const server = await launch({ program: 'launch.mjs', env: { PORT: 'abc' } })
  running.push(server)
  expect(await server.exit).toBe(1)
  expect(server.output().stderr).toContain('PORT must be a whole number')
})
