import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { END_WITH_PARENT } from '../../support/end-with-parent'
import { freePort } from '../../support/free-port'

const SITE = fileURLToPath(new URL('../../fixtures/server/site', import.meta.url))
export const START = fileURLToPath(new URL('../../../lib/server/start.mjs', import.meta.url))

export type RunningFixture = {
  child: ChildProcessWithoutNullStreams
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
  /** The command that starts it; by default the server itself. */
  command?: [program: string, ...args: string[]]
}

/** Starts the real server, as `npm start` does, on the fixture site with its own content and data. */
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

/** The same without waiting until it is ready. */
export async function launch(options: Options): Promise<RunningFixture> {
  const {
    env = {},
    dataDir,
    args = [],
    command: [program, ...own] = [process.execPath, '--import', END_WITH_PARENT, START],
  } = options
  const folder = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-server-'))
  const contentDir = path.join(folder, 'content')
  cpSync(path.join(SITE, 'content'), contentDir, { recursive: true })
  const data = dataDir ?? path.join(folder, 'data')
  const port = Number(env.PORT ?? (await freePort()))
  const child = spawn(program, [...own, ...args], {
    cwd: SITE,
    stdio: ['pipe', 'pipe', 'pipe'],
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

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20)
}

/** Sends exactly these bytes and returns everything received until the server closes the connection. */
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
