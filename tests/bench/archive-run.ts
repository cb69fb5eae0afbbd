import { appendFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { startArchive } from '@/lib/archive/follow/start'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { readLists } from '@/lib/archive/read/list-counts'
import { readFrontPage, readList } from '@/lib/archive/read/lists'
import { now } from '@/lib/site/clock'
import { generateArticle, randomFrom } from './archive-content'

/** Run by archive.ts in a separate process, so that the memory measured is the archive's: prints one line of JSON. */
const [, , contentDir = '', dataDir = '', articles = '0', what = 'all'] = process.argv
const count = Number(articles)
const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: console.error }

const begin = performance.now()
const running = await startArchive({ contentDir, dataDir, log: QUIET })
const started = performance.now() - begin
const archive = openArchive(dataDir, contentDir)
readFrontPage(1, now(), archive)
const firstPage = performance.now() - begin
const figures: Record<string, number> = { started, firstPage }
figures.visible = running.status().articles.visible

if (what === 'all') {
  figures.oneChange = await changeVisible([7])
  figures.manyChanges = await changeVisible(
    Array.from({ length: Math.min(1_000, count) }, (_, n) => n),
  )
  figures.front = p95((random) =>
    readFrontPage(1 + Math.floor((random() * count) / 20), now(), archive),
  )
  figures.article = p95((random) =>
    findArticle(`story-${Math.floor(random() * count)}`, now(), archive),
  )
  const tags = readLists('tag', now(), archive)
  figures.tag = p95((random) => {
    const tag = tags[Math.floor(random() * tags.length)]
    return readList('tag', tag?.slug ?? '', 1, now(), archive)
  })
  figures.tags = p95(() => readLists('tag', now(), archive))
  figures.status = p95(() => running.status())
}
figures.memory = process.resourceUsage().maxRSS / 1024
await running.stop()
archive.close()
console.log(JSON.stringify(figures))

/** Milliseconds from the last write until all of these articles show their change. */
async function changeVisible(numbers: number[]): Promise<number> {
  const mark = `Mark ${numbers.length} ${Math.round(performance.now())}`
  for (const number of numbers) {
    const file = path.join(contentDir, generateArticle(number).path)
    if (existsSync(file)) appendFileSync(file, `\n${mark}\n`)
  }
  const written = performance.now()
  const isChanged = (number: number) => {
    const found = findArticle(`story-${number}`, now(), archive)
    return found?.state !== 'live' || found.article.body.includes(mark)
  }
  while (!numbers.every(isChanged)) await new Promise((resolve) => setTimeout(resolve, 10))
  return performance.now() - written
}

function p95(read: (random: () => number) => unknown): number {
  const random = randomFrom(99)
  const times = Array.from({ length: 400 }, () => {
    const at = performance.now()
    read(random)
    return performance.now() - at
  })
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
}
