import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { archiveFile, buildingFile } from '@/lib/archive/archive-file'
import { onBroken } from '@/lib/archive/open'
import { readFrontPage } from '@/lib/archive/read/lists'
import { contents } from './archive-contents'
import { ContentFolder, NOW } from './content-folder'

const COUNT = 60

async function indexed() {
  const folder = new ContentFolder()
  for (let n = 0; n < COUNT; n++) folder.article(`n${n}`, [], 'Words '.repeat(300))
  await folder.update()
  return folder
}

const total = (folder: ContentFolder) => readFrontPage(1, NOW, folder.archive)?.total

const damages: { of: string; damage: (file: string, folder: ContentFolder) => void }[] = [
  {
    of: 'that is garbage',
    damage: (file) => writeFileSync(file, 'no database at all '.repeat(99)),
  },
  { of: 'that is empty', damage: (file) => truncateSync(file, 0) },
  { of: 'that was cut short', damage: (file) => truncateSync(file, 20_000) },
  { of: 'of another version', damage: (file) => pragma(file, 'user_version = 99') },
  { of: 'of another program', damage: (file) => pragma(file, 'application_id = 7') },
  { of: 'that was deleted', damage: (file) => rmSync(file) },
  {
    of: 'whose folder was deleted',
    damage: (_, folder) => rmSync(folder.dataDir, { recursive: true }),
  },
]

function pragma(file: string, set: string): void {
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA ${set}`)
  database.close()
}

test.each(damages)('at the start an archive $of is rebuilt', async ({ damage }) => {
  const folder = await indexed()
  const before = contents(folder)
  folder.close()
  folder.restart()
  damage(archiveFile(folder.dataDir), folder)
  folder.article('n1', [], 'Changed meanwhile.')
  folder.article('n1', [], 'Words '.repeat(300))
  await folder.update()
  expect(contents(folder)).toEqual(before)
})

test.each(damages.filter(({ of }) => /garbage|empty|deleted/.test(of)))(
  'an archive $of is rebuilt while in use, and readers never see fewer articles',
  async ({ damage }) => {
    const folder = await indexed()
    const before = contents(folder)
    damage(archiveFile(folder.dataDir), folder)
    expect(folder.keeper.isInPlace()).toBe(false)
    await folder.update()
    expect(total(folder)).toBe(COUNT)
    expect(contents(folder)).toEqual(before)
    expect([...folder.announced]).toContain('all')
  },
)

test('a reader that meets a corrupt page reports it, and the archive is rebuilt', async () => {
  const folder = await indexed()
  folder.close()
  folder.restart()
  overwriteAfterHeader(archiveFile(folder.dataDir))
  let heard = 0
  const stop = onBroken(() => heard++)
  expect(() => total(folder)).toThrow()
  stop()
  expect(heard).toBeGreaterThan(0)
  folder.keeper.distrust()
  await folder.update()
  expect(total(folder)).toBe(COUNT)
})

/** Fills a database with nonsense after its first page, so that it still opens. */
function overwriteAfterHeader(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4_096)
  writeFileSync(file, bytes)
}

test('an archive updated change by change equals one built from the same folder', async () => {
  const folder = await indexed()
  folder.article('n1', ['tags: [Fish]'], 'Another story.')
  folder.article('n2', ['draft: true'])
  folder.remove('articles/n3.md')
  folder.move('articles/n4.md', 'articles/deep/n4.md')
  await folder.update()
  const followed = contents(folder)
  folder.close()
  folder.restart()
  rmSync(folder.dataDir, { recursive: true })
  await folder.update()
  expect(contents(folder)).toEqual(followed)
})

test('an interrupted build continues, and leaves nothing behind', async () => {
  const folder = new ContentFolder()
  for (let n = 0; n < COUNT; n++) folder.article(`n${n}`)
  const stopping = new AbortController()
  const broken = folder.newKeeper({
    signal: stopping.signal,
    wait: async () => {
      stopping.abort()
    },
  })
  await expect(broken.update()).rejects.toThrow()
  expect(existsSync(buildingFile(folder.dataDir))).toBe(true)
  await folder.update()
  expect(total(folder)).toBe(COUNT)
  expect(readdirSync(folder.dataDir).filter((name) => name.includes('building'))).toEqual([])
})

test('an interrupted build that is corrupt starts over', async () => {
  const folder = await indexed()
  const before = contents(folder)
  folder.close()
  folder.restart()
  const left = buildingFile(folder.dataDir)
  renameSync(archiveFile(folder.dataDir), left)
  const bytes = readFileSync(left)
  // Opening checks the first row of each larger table, not its end.
  writeFileSync(left, bytes.fill(0x5a, bytes.length - 16_384))
  await folder.update()
  expect(contents(folder)).toEqual(before)
})

test('an archive that another process has locked is written once it is free', async () => {
  const folder = await indexed()
  const other = new DatabaseSync(path.join(folder.dataDir, 'archive.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  folder.article('n1', [], 'Changed.')
  expect(total(folder)).toBe(COUNT)
  other.exec('ROLLBACK')
  other.close()
  const { changed } = await folder.update()
  expect(changed).toEqual(['articles/n1.md'])
})
