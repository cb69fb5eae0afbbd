import { once } from 'node:events'
import path from 'node:path'
import { importComments } from '@/lib/comments/commands/transfer'
import { CommentDatabase } from '@/lib/comments/store/comment-database'
import { COMMENTS_FILE } from '@/lib/comments/store/open-database'
import { readCommentsPage } from '@/lib/comments/store/read-comments'
import { SQLITE_BOUNDS, sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'
import { now } from '@/lib/site/clock'
import { counted, wordsOf } from '@/lib/words/words'
import { startWriter } from '../support/kill-writers'
import type { BenchRow } from './archive'
import { startBareNext } from './bare-next'
import { fetchRaw } from './fetch-raw'
import { livelyArticle } from './lively-article'
import { PAGES_IN_TURNS, quantile, shownTimes, timesInTurns } from './page-times'
import { startBroadsheet } from './programs'

const ARTICLE = 'why-did-japan-skip-the-nato-summit'
const COMMENTS = 10_000
const READS = 60
/** The ratio for a goal of 60 ms where a bare page of Next takes 3. */
const BARE_GOAL = '≤ 20'

/** The cost of reading a very lively article, also while others write as fast as the database accepts comments. */
export async function benchReading(folder: string): Promise<BenchRow[]> {
  const dataDir = path.join(folder, 'data')
  const file = path.join(dataDir, COMMENTS_FILE)
  const server = await startBroadsheet(dataDir)
  const bare = await startBareNext(folder)
  try {
    const reads = await fillAndRead(file)
    const replies = await replyAddresses(server.url)
    const inTurns = () => timesInTurns([() => replies.pop(), () => bare.page])
    const [quiet = [], bares = []] = await inTurns()
    const writer = await startWriter(file, 0)
    await once(writer.stdout, 'data')
    // Its output must be read, or it would block.
    writer.stdout.resume()
    const [meanwhile = []] = await inTurns()
    writer.kill('SIGKILL')
    await once(writer, 'close')
    const ratio = (quantile(quiet, 0.95) / quantile(bares, 0.5)).toFixed(1)
    return [
      row('comments of an article with 10,000 read, p50 / p95', reads, ''),
      row('article with 10,000 comments, uncached, p50 / p95', shownTimes(quiet), '≤ 60 ms'),
      row('a bare page of Next, p50 / p95', shownTimes(bares), ''),
      row('p95 of the article relative to p50 of the bare page', ratio, BARE_GOAL),
      row('the same article while comments are accepted, p50 / p95', shownTimes(meanwhile), ''),
    ]
  } finally {
    await bare.stop()
    await server.stop()
  }
}

/** An address for a reply to each comment: each has its own page, which nobody has requested yet. */
async function replyAddresses(url: string): Promise<string[]> {
  const addresses = new Set<string>()
  for (let page = 1; addresses.size < 2 * PAGES_IN_TURNS; page++) {
    const { body } = await fetchRaw(`${url}/articles/${ARTICLE}?comments=${page}`, 'identity')
    if (!body.includes(counted(wordsOf({ lang: 'en' }).article.comments, COMMENTS, { lang: 'en' })))
      throw new Error('The page lacks its comments')
    for (const [, href = ''] of body.toString().matchAll(/href="([^"#]*replytocom=[^"#]*)/g))
      addresses.add(url + href.replaceAll('&amp;', '&'))
  }
  return [...addresses]
}

async function fillAndRead(file: string): Promise<string> {
  const listeners = { log: console.error, announce: () => {}, watch: false }
  const engine = sqliteEngine(file, { ...SQLITE_BOUNDS, readWait: 5000 })
  const database = new CommentDatabase(engine, listeners)
  const comments = livelyArticle(ARTICLE, COMMENTS)
  for (let at = 0; at < COMMENTS; at += 1000) {
    const batch = comments.slice(at, at + 1000)
    const key = { secret: 'secret', now: now() }
    await database.write((w) => importComments(w, batch, key))
  }
  const reads = await time(async () => {
    const read = await database.read((db) => readCommentsPage(db, ARTICLE, 1))
    if (!read.ok || read.value?.total !== COMMENTS) throw new Error('The comments were not read')
  })
  await database.close()
  return reads
}

const row = (what: string, measured: string, goal: string): BenchRow => ({ what, measured, goal })

const percentile = (times: number[], part: number) =>
  (times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(1)

async function time(work: () => Promise<void>): Promise<string> {
  for (let i = 0; i < 10; i++) await work()
  const times: number[] = []
  for (let i = 0; i < READS; i++) {
    const begin = performance.now()
    await work()
    times.push(performance.now() - begin)
  }
  return `${percentile(times, 0.5)} / ${percentile(times, 0.95)} ms`
}
