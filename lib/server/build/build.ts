import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { tryLock } from '../file-lock'
import { StartError } from '../start-error'
import { hashSources } from './hash-sources.mjs'

/** The sources of Next's build; content/ is not among them, since pages are rendered on request. */
const SOURCES = ['app', 'components', 'lib', 'next.config.ts', 'package-lock.json', 'tsconfig.json']
const STAMP = '.next/sources.txt'
const LOCK = 'node_modules/.cache/broadsheet-build.lock'
const LOCK_POLL_MS = 200

/** Builds the pages unless the existing build was made from exactly these sources. */
export async function ensureBuild(root: string, say: (line: string) => void): Promise<void> {
  const sources = await hashSources(root, SOURCES)
  const isCurrent = () =>
    readStamp(root) === sources && existsSync(path.join(root, '.next/BUILD_ID'))
  if (isCurrent()) return
  const lock = await waitForLock(path.join(root, LOCK))
  try {
    if (isCurrent()) return
    say('Building the pages…')
    await runNextBuild(root)
    writeFileSync(path.join(root, STAMP), sources)
  } finally {
    lock.release()
  }
}

/** Two servers that start together would build into the same folder. Next empties .next/, so the lock is elsewhere. */
async function waitForLock(file: string): Promise<{ release(): void }> {
  for (;;) {
    const lock = tryLock(file)
    if (lock !== undefined) return lock
    await sleep(LOCK_POLL_MS)
  }
}

function readStamp(root: string): string | undefined {
  const stamp = path.join(root, STAMP)
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

async function runNextBuild(root: string): Promise<void> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (part) => {
    output += part
  })
  child.stderr.on('data', (part) => {
    output += part
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new StartError(`The pages can't be built:\n${output}`)
}
