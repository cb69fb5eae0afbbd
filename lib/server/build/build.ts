import { spawn } from 'node:child_process'
import { existsSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BUILDING } from '@/next.config'
import { tryLock } from '../file-lock'
import { StartError } from '../start-error'
import { storeElements } from './elements-bundle'
import { hashSources } from './hash-sources.mjs'
import { folderName, keepFolders } from './keep-folders.mjs'

/** The sources of Next's build; content/ is not among them, since pages are rendered on request. */
const SOURCES = ['app', 'components', 'lib', 'next.config.ts', 'package-lock.json', 'tsconfig.json']
const BUILDS = '.next'
/** Of 80 MB each. */
const KEPT = 2
const LOCK = 'node_modules/.cache/broadsheet-build.lock'
const LOCK_POLL_MS = 200

/**
 * Builds the pages unless a build of exactly these sources exists; returns its folder, relative to the root. A build gets
 * its name once it is whole, so one that fails or is killed leaves the others as they were.
 */
export async function ensureBuild(root: string, say: (line: string) => void): Promise<string> {
  const name = folderName(hashSources(root, SOURCES))
  const folder = path.join(BUILDS, name)
  const isThere = () => existsSync(path.join(root, folder))
  if (isThere()) return folder
  const lock = await waitForLock(path.join(root, LOCK))
  try {
    if (isThere()) return folder
    say('Building the pages…')
    const building = path.join(root, BUILDING)
    rmSync(building, { recursive: true, force: true })
    await runNextBuild(root)
    await storeElements(root, building)
    renameSync(building, path.join(root, folder))
    keepFolders(path.join(root, BUILDS), name, KEPT)
    return folder
  } finally {
    lock.release()
  }
}

/** Two servers that start together would build into the same folder. */
async function waitForLock(file: string): Promise<{ release(): void }> {
  for (;;) {
    const lock = tryLock(file)
    if (lock !== undefined) return lock
    await sleep(LOCK_POLL_MS)
  }
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
