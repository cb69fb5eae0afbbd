import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ensureBuild } from '@/lib/server/build/build'
import { readElements, storeElements } from '@/lib/server/build/elements-bundle'
import { hashSources } from '@/lib/server/build/hash-sources.mjs'
import { folderName, keepFolders } from '@/lib/server/build/keep-folders.mjs'
import { StartError } from '@/lib/server/start-error'
import { temporaryFolder } from '../../support/temporary-folder'

/** Next finds its packages from here. */
function siteFolder(): string {
  const folder = mkdtempSync(path.join(import.meta.dirname, 'site-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a build that fails says why and leaves the last good one; what a killed one left is dropped', async () => {
  const site = siteFolder()
  const good = path.join(site, '.next/0123456789abcdef')
  const killed = path.join(site, '.next/new/server')
  for (const folder of [good, killed]) mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(site, 'next.config.ts'), 'throw new Error("no such setting")')
  const failure = await ensureBuild(site, () => undefined).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StartError)
  expect(String(failure)).toContain('no such setting')
  expect(existsSync(good)).toBe(true)
  expect(existsSync(killed)).toBe(false)
})

test('nothing is built when a build of exactly these sources exists', async () => {
  const site = temporaryFolder()
  const names = ['app', 'components', 'lib', 'next.config.ts', 'package-lock.json', 'tsconfig.json']
  writeFileSync(path.join(site, 'next.config.ts'), 'export default {}')
  const folder = path.join('.next', folderName(hashSources(site, names)))
  mkdirSync(path.join(site, folder), { recursive: true })
  const said: string[] = []
  expect(await ensureBuild(site, (line) => said.push(line))).toBe(folder)
  expect(said).toEqual([])
})

test('the elements of a build are those that it was made with', async () => {
  const build = temporaryFolder()
  await storeElements(process.cwd(), build)
  const [first, ...others] = readElements(build)
  expect(first?.isFirst).toBe(true)
  expect(first?.body.toString()).toContain('customElements')
  expect(others.length).toBeGreaterThan(0)
  for (const { isFirst, name } of others)
    expect({ name, isFirst }).toEqual({ name, isFirst: false })
})

test('a hash changes with each change of a file, even one that leaves its size and its time', () => {
  const root = temporaryFolder()
  const file = path.join(root, 'a.ts')
  const long = new Date('2026-01-01')
  const hashes = ['one', 'two', 'one'].map((text) => {
    writeFileSync(file, text)
    utimesSync(file, long, long)
    return hashSources(root, ['a.ts'])
  })
  expect(hashes[1]).not.toBe(hashes[0])
  expect(hashes[2]).toBe(hashes[0])
})

test('a hash names each file, and a name that is missing counts as no file', () => {
  const root = temporaryFolder()
  mkdirSync(path.join(root, 'lib/deep'), { recursive: true })
  writeFileSync(path.join(root, 'lib/deep/a.ts'), 'a')
  const before = hashSources(root, ['lib', 'app'])
  expect(hashSources(root, ['lib'])).toBe(before)
  writeFileSync(path.join(root, 'lib/b.ts'), '')
  expect(hashSources(root, ['lib'])).not.toBe(before)
})

test('the last folders in use are kept, and folders with other names', () => {
  const parent = temporaryFolder()
  const names = ['1', '2', '3', '4'].map((digit) => digit.repeat(16))
  for (const [i, name] of names.entries()) {
    mkdirSync(path.join(parent, name))
    utimesSync(path.join(parent, name), 1_000 + i, 1_000 + i)
  }
  mkdirSync(path.join(parent, 'dev'))
  keepFolders(parent, '1'.repeat(16), 2)
  expect(readdirSync(parent).sort()).toEqual(
    ['1', '3', '4'].map((digit) => digit.repeat(16)).concat('dev'),
  )
})
