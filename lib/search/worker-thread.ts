import { parentPort, workerData } from 'node:worker_threads'
import { openArchive } from '@/lib/archive/open'
import { findResults } from './find-results'
import { type SearchReport, searchOrder, workerOptions } from './worker-messages'

const { contentDir, dataDir } = workerOptions.parse(workerData)
const archive = openArchive(dataDir, contentDir)

parentPort?.on('message', (message: unknown) => {
  const { id, ...request } = searchOrder.parse(message)
  parentPort?.postMessage(search(id, request))
})

function search(id: number, request: Parameters<typeof findResults>[0]): SearchReport {
  try {
    const outcome = findResults(request, archive)
    return outcome === undefined ? { state: 'missing', id } : { state: 'found', id, outcome }
  } catch (error) {
    return { state: 'failed', id, message: String(error) }
  }
}
