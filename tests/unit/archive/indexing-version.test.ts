import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, stop } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { archiveFile, openToWrite } from '@/lib/archive/archive-file'
import { startArchive } from '@/lib/archive/follow/start'
import { indexingSources, indexingVersion, versionOf } from '@/lib/archive/indexing-version'
import { ContentFolder } from './content-folder'

const root = path.resolve(import.meta.dirname, '../../..')
const lib = path.join(root, 'lib')

afterAll(stop)

test('the version depends on every file that a bundler finds in the indexing code', async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [path.join(lib, 'archive/follow/archive-writer.ts')],
    outdir: root,
    ...{ bundle: true, write: false, metafile: true, platform: 'node', packages: 'external' },
    format: 'esm',
    logLevel: 'error',
  })
  const files = [...indexingSources(lib).files].map((file) => path.relative(root, file))
  expect(files).toEqual(expect.arrayContaining(Object.keys(metafile.inputs)))
  expect(files).toContain('lib/article/article-fields.ts')
  expect(indexingSources(lib).packages).toEqual(
    new Set([...indexingSources(lib).packages, 'sharp']),
  )
})

/** The version if this file of lib had other contents. */
function versionWith(changed: string): number {
  const text = (file: string) => readFileSync(file, 'utf8')
  return versionOf(lib, {
    exists: existsSync,
    read: (file) => (file === path.join(lib, changed) ? `${text(file)}\n` : text(file)),
  })
}

test.each([
  'article/article-fields.ts',
  'front-matter/field-schemas.ts',
  'archive/schema.ts',
  'check/check-article.ts',
])('another %s is another version', (file) => {
  expect(versionWith(file)).not.toBe(indexingVersion())
})

test('a file that isn’t part of indexing doesn’t change the version, and nor does asking again', () => {
  expect(versionWith('share/json-ld.ts')).toBe(indexingVersion())
  expect(versionOf(lib)).toBe(indexingVersion())
})

test('the bundled thread writes the version that the sources expect', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const { contentDir, dataDir } = folder
  const running = await startArchive({ contentDir, dataDir, log })
  expect(running.status().version).toBe(indexingVersion())
  await running.stop()
  const rows = openToWrite(archiveFile(dataDir))
  expect(rows).toBeDefined()
  rows?.close()
})
