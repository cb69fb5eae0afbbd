import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findAnswers } from '@/lib/insight/find-answers'
import { withReports } from '@/lib/running/report'
import { findResults } from '@/lib/search/find-results'
import { serveOrders } from '@/lib/threads/serve-orders'
import { findSurroundings } from './find-surroundings'
import { rankingOrder } from './ranking-task'
import { answersTask, searchTask, surroundingsTask } from './tasks'

const { contentDir, dataDir } = z
  .object({ contentDir: z.string(), dataDir: z.string() })
  .parse(workerData)
const archive = openArchive(dataDir, contentDir)

const tasks = new Map([
  [searchTask.name, searchTask.answer((order) => findResults(order, archive))],
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

function rankSurroundings({ slug, now }: { slug: string; now: Date }) {
  const found = findArticle(slug, now, archive)
  if (found?.state !== 'live') return undefined
  const { result, reports } = withReports(() => findSurroundings(found.article, now, archive))
  const tags = [...new Set(reports.flatMap((report) => report.tags ?? []))]
  const untils = reports.flatMap(({ validUntil }) => (validUntil ? [{ validUntil }] : []))
  return { surroundings: result, reports: [{ tags }, ...untils] }
}
