import { workerData } from 'node:worker_threads'
import * as z from 'zod'
import { KeptReads } from '@/lib/archive/kept-reads'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { nextTurnOfAny } from '@/lib/archive/write/list-rows'
import { findAnswers } from '@/lib/insight/find-answers'
import { withReports } from '@/lib/running/report'
import { findResults, type SearchRequest } from '@/lib/search/find-results'
import type { SearchOutcome } from '@/lib/search/outcome'
import { serveOrders } from '@/lib/threads/serve-orders'
import { findSurroundings } from './find-surroundings'
import { rankingOrder } from './ranking-task'
import { answersTask, searchTask, surroundingsTask } from './tasks'

const { contentDir, dataDir } = z
  .object({ contentDir: z.string(), dataDir: z.string() })
  .parse(workerData)
const archive = openArchive(dataDir, contentDir)

/** Searches beyond the first page are requested twice: once to see whether the page exists, and once for its content. */
const MAX_SEARCHES = 50
const searches = new KeptReads<{ found: SearchOutcome | undefined }>(MAX_SEARCHES)

const tasks = new Map([
  [searchTask.name, searchTask.answer(search)],
  [answersTask.name, answersTask.answer((order) => findAnswers(order, archive))],
  [surroundingsTask.name, surroundingsTask.answer(rankSurroundings)],
])

serveOrders({
  orders: rankingOrder,
  answer: ({ task, order }) => {
    const work = tasks.get(task)
    if (work === undefined) throw new Error(`No task is called ${task}`)
    return work(order)
  },
})

function search(order: SearchRequest): SearchOutcome | undefined {
  const { text, page, now } = order
  if (page === 1) return findResults(order, archive)
  const key = JSON.stringify([text, page, order.newestFirst])
  const work = () => ({
    value: { found: findResults(order, archive) },
    until: nextTurnOfAny(archive.rows, now),
  })
  return searches.get(key, archive.version, now, work).found
}

function rankSurroundings({ slug, now }: { slug: string; now: Date }) {
  const found = findArticle(slug, now, archive)
  if (found?.state !== 'live') return undefined
  const { result, reports } = withReports(() => findSurroundings(found.article, now, archive))
  const tags = [...new Set(reports.flatMap((report) => report.tags ?? []))]
  const untils = reports.flatMap(({ validUntil }) => (validUntil ? [{ validUntil }] : []))
  return { surroundings: result, reports: [{ tags }, ...untils] }
}
