import { parentPort, workerData } from 'node:worker_threads'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { withReports } from '@/lib/running/report'
import { findResults } from '@/lib/search/find-results'
import { findSurroundings } from './find-surroundings'
import {
  type RankingOrder,
  type RankingReport,
  rankingOrder,
  workerOptions,
} from './worker-messages'

const { contentDir, dataDir } = workerOptions.parse(workerData)
const archive = openArchive(dataDir, contentDir)

parentPort?.on('message', (message: unknown) => {
  const order = rankingOrder.parse(message)
  parentPort?.postMessage(answer(order))
})

parentPort?.postMessage({ state: 'ready' } satisfies RankingReport)

function answer(order: RankingOrder): RankingReport {
  const { id } = order
  try {
    if (order.kind === 'surroundings') return rank(order)
    const outcome = findResults(order, archive)
    return outcome === undefined ? { state: 'missing', id } : { state: 'found', id, outcome }
  } catch (error) {
    return { state: 'failed', id, message: String(error) }
  }
}

function rank({ id, slug, now }: Extract<RankingOrder, { kind: 'surroundings' }>): RankingReport {
  const found = findArticle(slug, now, archive)
  if (found?.state !== 'live') return { state: 'missing', id }
  const { result, reports } = withReports(() => findSurroundings(found.article, now, archive))
  const tags = [...new Set(reports.flatMap((report) => report.tags ?? []))]
  const untils = reports.flatMap(({ validUntil }) => (validUntil ? [{ validUntil }] : []))
  return { state: 'ranked', id, surroundings: result, reports: [{ tags }, ...untils] }
}
