import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../free-port'

const SITE = fileURLToPath(new URL('../../fixtures/server/site', import.meta.url))
const SERVER = fileURLToPath(new URL('../../../lib/server', import.meta.url))

export type RunningFixture = {
  child: ChildProcessByStdio<null, Readable, Readable>
  url: string
  port: number
  contentDir: string
  dataDir: string
  output: () => { stdout: string; stderr: string }
  exit: Promise<number | null>
  stop: () => Promise<number | null>
}

type Options = {
  env?: Record<string, string>
  dataDir?: string
  args?: string[]
  /** `launch.mjs` is what `npm start` runs; `start.mjs`, the server itself, is what it starts. */
  program?: 'launch.mjs' | 'start.mjs'
}

/** Starts the real server on the fixture site with content and data of its own. */
export async function startFixture(options: Options = {}): Promise<RunningFixture> {
  const fixture = await launch(options)
  await Promise.race([
    until(() => fixture.output().stdout.includes('Broadsheet is at')),
    fixture.exit.then((code) => {
      throw new Error(`The server ended with ${code}:\n${fixture.output().stderr}`)
    }),
  ])
  return fixture
}

/** The same without waiting for it to be ready. */
export async function launch(options: Options): Promise<RunningFixture> {
  const { env = {}, dataDir, args = [], program = 'start.mjs' } = options
  const folder = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-server-'))
  const contentDir = path.join(folder, 'content')
  cpSync(path.join(SITE, 'content'), contentDir, { recursive: true })
  const data = dataDir ?? path.join(folder, 'data')
  const port = Number(env.PORT ?? (await freePort()))
  const release = await takeTurns()
  const child = spawn(process.execPath, [path.join(SERVER, program), ...args], {
    cwd: SITE,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'test',
      PATH: process.env.PATH,
      PORT: String(port),
      CONTENT_DIR: contentDir,
      DATA_DIR: data,
      ...env,
    },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (part) => {
    stdout += part
  })
  child.stderr.on('data', (part) => {
    stderr += part
  })
  const exit = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null)
  void Promise.race([exit, until(() => stdout.includes('Broadsheet is at'))]).then(release)
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    port,
    contentDir,
    dataDir: data,
    output: () => ({ stdout, stderr }),
    exit,
    stop: () => {
      child.kill('SIGTERM')
      return exit
    },
  }
}

/** Two servers that start at once would build the fixture's pages into one folder. A run that was killed holds nobody up. */
async function takeTurns(): Promise<() => void> {
  const turn = path.join(
    os.tmpdir(),
    `broadsheet-fixture-${path.basename(path.resolve(SITE, '../../../..'))}.pid`,
  )
  await until(() => {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      if (!isHeld(turn)) rmSync(turn, { force: true })
      return false
    }
  })
  const release = () => {
    rmSync(turn, { force: true })
    process.off('exit', release)
  }
  process.on('exit', release)
  return release
}

/** Whether the process that wrote its id there still runs. */
function isHeld(turn: string): boolean {
  try {
    const holder = Number(readFileSync(turn, 'utf8'))
    return holder === 0 || process.kill(holder, 0)
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20)
}

/** Sends exactly these bytes and returns everything that comes back until the server closes the connection. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setEncoding('latin1')
  socket.on('data', (part) => {
    received += part
  })
  // A refusal may close the connection before everything is sent.
  socket.on('error', () => {})
  socket.write(bytes)
  await new Promise((resolve) => socket.on('close', resolve))
  return received
}
