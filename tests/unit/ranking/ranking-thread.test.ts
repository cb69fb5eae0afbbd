import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { findArticle } from '@/lib/archive/read/articles'
import { findAnswers } from '@/lib/insight/find-answers'
import { findSurroundings } from '@/lib/ranking/find-surroundings'
import { ranking } from '@/lib/ranking/ranking-task'
import { answersTask, askSurroundings, searchTask, surroundingsTask } from '@/lib/ranking/tasks'
import { startRanking } from '@/lib/ranking/worker-start'
import { onRead, type ReadReport } from '@/lib/running/report'
import { ContentFolder, NOW } from '../archive/content-folder'

const FERRY =
  'The ferry Aurora sank near Bergen. Divers found the wreck of the ferry Aurora on Monday.'

const WRECK = 'Salvors want to lift the wreck of the Aurora in May, says the owner of the ferry.'

async function running() {
  const folder = new ContentFolder()
  folder.article('nato', ['title: NATO summit'], 'In The Hague.')
  folder.article('budget', ['title: A budget'], 'Parliament voted.')
  folder.article('sinking', ['title: Ferry Aurora sinks', 'tags: [Ferries]'], FERRY)
  folder.article('wreck', ['title: Wreck of Aurora', 'tags: [Ferries]'], WRECK)
  await folder.update()
  const errors: string[] = []
  const { contentDir, dataDir } = folder
  const log = { error: (_: object, message: string) => errors.push(message) }
  const server = startRanking({ contentDir, dataDir, log })
  onTestFinished(() => server.stop())
  return { folder, server, errors }
}

/** The thread's answer once it has loaded its program: until then pages rank on their own. */
async function ranked(slug: string, now = NOW) {
  return vi.waitFor(
    async () => {
      const found = await askSurroundings({ slug, now })
      if (found === undefined) throw new Error('not ready')
      return found
    },
    { timeout: 20_000, interval: 20 },
  )
}

const live = (folder: ContentFolder, slug: string, now = NOW) => {
  const found = findArticle(slug, now, folder.archive)
  if (found?.state !== 'live') throw new Error(`no article ${slug}`)
  return found.article
}

const order = (text: string, page = 1) => ({ text, page, now: NOW })

describe('the thread that ranks', () => {
  test('answers many pages at once, each with its own result', async () => {
    await running()
    const [found, nothing, missing] = await Promise.all([
      searchTask.ask(order('nato')),
      searchTask.ask(order('wombat')),
      searchTask.ask(order('nato', 2)),
    ])
    expect(found).toMatchObject({ state: 'found', found: { total: 1, hits: [{ slug: 'nato' }] } })
    expect(nothing).toMatchObject({ state: 'found', found: { total: 0 } })
    expect(missing).toEqual({ state: 'missing' })
  })

  test('knows pages beyond the first, even after a change', async () => {
    const { folder } = await running()
    const page = async () => (await searchTask.ask(order('ferry', 2))).state
    expect(await page()).toBe('missing')
    for (let n = 0; n < 30; n++) folder.article(`ferry-${n}`, [], `A ferry, the ${n}th.`)
    await folder.update()
    expect([await page(), await page()]).toEqual(['found', 'found'])
    for (let n = 0; n < 30; n++) folder.remove(`articles/ferry-${n}.md`)
    await folder.update()
    expect(await page()).toBe('missing')
  })

  test('refuses what it has no time for, and continues', async () => {
    await running()
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => searchTask.ask(order('nato'))),
    )
    const states = answers.map(({ state }) => state)
    expect(states.filter((state) => state === 'busy').length).toBeGreaterThan(0)
    expect(states.filter((state) => state === 'found').length).toBeGreaterThan(30)
    expect(await searchTask.ask(order('nato'))).toMatchObject({ state: 'found' })
  })

  test('gives the same answers as a page on its own, letter for letter', async () => {
    const { folder } = await running()
    const asked = [
      { question: 'Who found the wreck of the ferry?', now: NOW },
      { question: 'Who found the wreck of the ferry?', article: 'sinking', now: NOW },
      { question: 'Who found the wreck of the ferry?', article: 'nothing', now: NOW },
      { question: 'Who is the mayor of Paris?', now: NOW },
    ]
    const ranked = await Promise.all(asked.map((each) => answersTask.ask(each)))
    const alone = asked.map((each) => findAnswers(each, folder.archive))
    expect(ranked).toEqual(alone.map((found) => ({ state: 'found', found })))
    expect(alone.map(({ inArticle, inArchive }) => [inArticle.length, inArchive.length])).toEqual([
      [0, 1],
      [1, 0],
      [0, 1],
      [0, 0],
    ])
  })

  test('has one limit for searches and questions', async () => {
    await running()
    const questions = Array.from({ length: 45 }, () =>
      answersTask.ask({ question: 'Who found the wreck?', now: NOW }),
    )
    expect(await searchTask.ask(order('nato'))).toEqual({ state: 'busy' })
    const states = (await Promise.all(questions)).map(({ state }) => state)
    expect(states.filter((state) => state === 'busy')).toHaveLength(4)
    expect(await searchTask.ask(order('nato'))).toMatchObject({ state: 'found' })
  })

  test('sees changes to the archive', async () => {
    const { folder } = await running()
    folder.article('wombat', [], 'A wombat.')
    await folder.update()
    expect(await searchTask.ask(order('wombat'))).toMatchObject({
      state: 'found',
      found: { total: 1 },
    })
  })

  test('doesn’t wait for a writer of the archive', async () => {
    const { folder } = await running()
    const writer = new DatabaseSync(path.join(folder.dataDir, 'archive.sqlite'))
    writer.exec('BEGIN IMMEDIATE')
    writer.exec("INSERT INTO meta (key, value) VALUES ('lock', '1')")
    try {
      expect(await searchTask.ask(order('nato'))).toMatchObject({ state: 'found' })
    } finally {
      writer.exec('ROLLBACK')
      writer.close()
    }
  })

  test('doesn’t block the pages’ thread: they continue while it searches', async () => {
    await running()
    let turns = 0
    const counting = setInterval(() => turns++, 1)
    const long = Array.from({ length: 30 }, (_, i) => `word${i} nto${i}`).join(' ')
    await Promise.all(Array.from({ length: 30 }, () => searchTask.ask(order(long))))
    clearInterval(counting)
    expect(turns).toBeGreaterThan(3)
  })

  test('ranks the same surroundings of an article as a page on its own', async () => {
    const { folder, errors } = await running()
    const found = await ranked('sinking')
    expect(found.rail.places[0]).toEqual({
      slug: 'wreck',
      sameText: [],
      reason: { kind: 'tags', names: ['Ferries'] },
    })
    expect(found).toEqual(findSurroundings(live(folder, 'sinking'), NOW, folder.archive))
    expect(errors).toEqual([])
  })

  test('tells the page what was read for it, each time', async () => {
    await running()
    await ranked('sinking')
    const seen: ReadReport[] = []
    const stop = onRead((report) => seen.push(report))
    await askSurroundings({ slug: 'sinking', now: NOW })
    const once = new Set(seen.flatMap(({ tags = [] }) => tags))
    await askSurroundings({ slug: 'sinking', now: NOW })
    stop()
    expect(once).toContain('article:wreck')
    expect(seen.flatMap(({ tags = [] }) => tags).length).toBe(2 * once.size)
  })

  test('ranks once for requests at the same time', async () => {
    const { server } = await running()
    await ranked('sinking')
    const ask = () =>
      ranking.ask({ task: surroundingsTask.name, order: { slug: 'sinking', now: NOW } })
    const first = await ask()
    const [one, two] = await Promise.all([ask(), ask()])
    expect(one).toBe(two)
    expect(one).toEqual(first)
    expect(one).not.toBe(first)
    const both = [ask(), ask()]
    await server.stop()
    expect(await Promise.all(both)).toEqual([{ state: 'busy' }, { state: 'busy' }])
  })

  test('ranks again when the archive changes, and when an article falls due', async () => {
    const { folder } = await running()
    const beside = async (now?: Date) =>
      (await ranked('nato', now)).rail.places.map(({ slug }) => slug).sort()
    expect(await beside()).toEqual(['budget', 'sinking', 'wreck'])
    folder.article('due', ['date: 2025-07-02'])
    await folder.update()
    expect(await beside()).toEqual(['budget', 'sinking', 'wreck'])
    expect(await beside(new Date('2025-07-03T00:00:00Z'))).toEqual([
      'budget',
      'due',
      'sinking',
      'wreck',
    ])
  })

  test('delays no page that comes while it searches, nor one for an article that doesn’t exist', async () => {
    await running()
    await ranked('nato')
    const searches = [searchTask.ask(order('nato')), searchTask.ask(order('wombat'))]
    expect(await askSurroundings({ slug: 'nato', now: NOW })).toBeUndefined()
    await Promise.all(searches)
    expect(await askSurroundings({ slug: 'nato', now: NOW })).toBeDefined()
    expect(await askSurroundings({ slug: 'nothing', now: NOW })).toBeUndefined()
  })

  test('is restarted when it dies; until then pages rank on their own', async () => {
    const { errors } = await running()
    await ranked('nato')
    // No page can send this order: it ends the thread.
    expect(await ranking.ask({ task: 7 as never, order: {} })).toEqual({ state: 'busy' })
    expect(errors).toEqual(['The ranking thread failed'])
    expect(await askSurroundings({ slug: 'nato', now: NOW })).toBeUndefined()
    expect((await ranked('nato')).rail.places.length).toBe(3)
  })

  test('takes pages before waiting searches', async () => {
    await running()
    await ranked('nato')
    const answered: string[] = []
    const note = (what: string) => () => answered.push(what)
    await Promise.all([
      askSurroundings({ slug: 'nato', now: NOW }).then(note('page')),
      searchTask.ask(order('nato')).then(note('search')),
      askSurroundings({ slug: 'wreck', now: NOW }).then(note('page')),
    ])
    expect(answered).toEqual(['page', 'page', 'search'])
  })

  test('says that it is busy, and logs why, while there is no archive', async () => {
    const folder = new ContentFolder()
    const errors: string[] = []
    const log = { error: (_: object, message: string) => errors.push(message) }
    const { contentDir, dataDir } = folder
    const search = startRanking({ contentDir, dataDir, log })
    onTestFinished(() => search.stop())
    expect(await searchTask.ask(order('nato'))).toEqual({ state: 'busy' })
    expect(errors).toEqual(['Ranking failed'])
  })

  test('is busy when no server runs', async () => {
    expect(await searchTask.ask(order('nato'))).toEqual({ state: 'busy' })
    expect(await askSurroundings({ slug: 'nato', now: NOW })).toBeUndefined()
  })
})
