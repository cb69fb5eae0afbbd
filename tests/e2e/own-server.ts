import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { END_WITH_PARENT } from '../support/end-with-parent'
import { freePort } from '../support/free-port'
import { ADMIN_TOKEN } from './sites'

const ROOT = path.resolve(import.meta.dirname, '../..')

export type OwnServer = {
  url: string
  dataDir: string
  /** Like `kill -9`: the server gets no chance to clean up. */
  kill(): Promise<void>
  stop(): Promise<void>
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** As `npm start` runs it, and as `npm run dev` does. */
const PRODUCTION = ['lib/server/start.mjs']
export const DEVELOPMENT = ['--import', 'tsx', 'lib/server/main.ts', '--dev']

/** A server that a test may change or kill: on the fixture where readers comment, with the existing build. */
export async function startOwnServer(
  env: Record<string, string> = {},
  dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-own-')),
  program = PRODUCTION,
): Promise<OwnServer> {
  const port = Number(env.PORT ?? (await freePort()))
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...program], {
    cwd: ROOT,
    stdio: ['pipe', 'ignore', 'inherit'],
    env: {
      LOG_LEVEL: 'fatal',
      ...{ PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, ADMIN_TOKEN },
      ...{ CONTENT_DIR: 'tests/fixtures/discussed', TRUST_PROXY: '1', NODE_ENV: 'production' },
      ...env,
    },
  })
  const url = `http://localhost:${port}`
  const isReady = async () => {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    try {
      return (await fetch(`${url}/readyz`)).ok
    } catch {
      return false
    }
  }
  while (!(await isReady())) await sleep(100)
  const stop = () => end(child, 'SIGTERM')
  return { url, dataDir, stop, kill: () => end(child, 'SIGKILL') }
}

let writers = 0

/** Posts as the form does, from a different address; doesn't follow the answer. */
export function postForm(
  { url }: OwnServer,
  where: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const writer = ++writers
  return fetch(`${url}${where}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ origin: url, 'sec-fetch-site': 'same-origin' },
      'x-forwarded-for': `192.0.${Math.floor(writer / 250)}.${(writer % 250) + 1}`,
      ...headers,
    },
    body: new URLSearchParams(fields),
  })
}

/** A comment on `article`. */
export const postComment = (server: OwnServer, article: string, author: string, comment: string) =>
  postForm(server, '/api/comments', { article, author, comment, comment_parent: '', website: '' })

/** Runs `npm run COMMAND -- …` as a server's operator would. */
export function run(
  { dataDir }: { dataDir: string },
  command: string,
  given: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const args = ['run', '--silent', command, '--', ...given]
  const options = { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir, ...env } }
  return new Promise((resolve) => {
    execFile('npm', args, options, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}
