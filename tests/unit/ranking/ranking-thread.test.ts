import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { askSearch } from '@/lib/ranking/search-desk'
import { startRanking } from '@/lib/ranking/worker-start'
import { ContentFolder, NOW } from '../archive/content-folder'

async function running() {
  const folder = new ContentFolder()
  folder.article('nato', ['title: NATO summit'], 'In The Hague.')
  await folder.update()
  const errors: string[] = []
  const { contentDir, dataDir } = folder
  const log = { error: (_: object, message: string) => errors.push(message) }
  const search = startRanking({ contentDir, dataDir, log })
  onTestFinished(() => search.stop())
  return { folder, search, errors }
}

const order = (text: string, page = 1) => ({ text, page, now: NOW })

describe('the thread that searches', () => {
  test('answers what pages ask, many at once and each its own', async () => {
    await running()
    const [found, nothing, missing] = await Promise.all([
      askSearch(order('nato')),
      askSearch(order('wombat')),
      askSearch(order('nato', 2)),
    ])
    expect(found).toMatchObject({ state: 'found', outcome: { total: 1, hits: [{ slug: 'nato' }] } })
    expect(nothing).toMatchObject({ state: 'found', outcome: { total: 0 } })
    expect(missing).toEqual({ state: 'missing' })
  })

  test('turns away what it has no time for, and goes on', async () => {
    await running()
    const answers = await Promise.all(Array.from({ length: 60 }, () => askSearch(order('nato'))))
    const states = answers.map(({ state }) => state)
    expect(states.filter((state) => state === 'busy').length).toBeGreaterThan(0)
    expect(states.filter((state) => state === 'found').length).toBeGreaterThan(30)
    expect(await askSearch(order('nato'))).toMatchObject({ state: 'found' })
  })

  test('sees what changes in the archive', async () => {
    const { folder } = await running()
    folder.article('wombat', [], 'A wombat.')
    await folder.update()
    expect(await askSearch(order('wombat'))).toMatchObject({
      state: 'found',
      outcome: { total: 1 },
    })
  })

  test('waits for nobody who writes into the archive', async () => {
    const { folder } = await running()
    const writer = new DatabaseSync(path.join(folder.dataDir, 'archive.sqlite'))
    writer.exec('BEGIN IMMEDIATE')
    writer.exec("INSERT INTO meta (key, value) VALUES ('lock', '1')")
    try {
      expect(await askSearch(order('nato'))).toMatchObject({ state: 'found' })
    } finally {
      writer.exec('ROLLBACK')
      writer.close()
    }
  })

  test('leaves the pages their thread: they go on while it searches', async () => {
    await running()
    let turns = 0
    const counting = setInterval(() => turns++, 1)
    const long = Array.from({ length: 30 }, (_, i) => `word${i} nto${i}`).join(' ')
    await Promise.all(Array.from({ length: 30 }, () => askSearch(order(long))))
    clearInterval(counting)
    expect(turns).toBeGreaterThan(3)
  })

  test('says it is busy, and the log why, while there is no archive', async () => {
    const folder = new ContentFolder()
    const errors: string[] = []
    const log = { error: (_: object, message: string) => errors.push(message) }
    const { contentDir, dataDir } = folder
    const search = startRanking({ contentDir, dataDir, log })
    onTestFinished(() => search.stop())
    expect(await askSearch(order('nato'))).toEqual({ state: 'busy' })
    expect(errors).toEqual(['Ranking failed'])
  })

  test('is busy when no server runs', async () => {
    expect(await askSearch(order('nato'))).toEqual({ state: 'busy' })
  })
})
