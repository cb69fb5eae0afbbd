import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hashSources } from '@/lib/server/build/hash-sources.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const BUILD = path.join(root, 'tests/fixtures/server/site/.next')
const STAMP = path.join(root, 'node_modules/.cache/broadsheet-fixture.txt')

/** The fixture's pages import `lib` from outside its folder, so its own stamp doesn't show that they are out of date. */
export default async function setup(): Promise<void> {
  const sources = hashSources(root, ['lib'])
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  rmSync(BUILD, { recursive: true, force: true })
  mkdirSync(path.dirname(STAMP), { recursive: true })
  writeFileSync(STAMP, sources)
}
