import { workerData } from 'node:worker_threads'
import { openArchive } from '@/lib/archive/open'
import { readSite } from '@/lib/archive/read/pages'
import { now } from '@/lib/site/clock'
import { serveOrders, tellServer } from '@/lib/threads/serve-orders'
import { readRepository } from './read-repository'
import { readingOrder, workerOptions } from './worker-messages'

const { contentDir, dataDir, repository } = workerOptions.parse(workerData)
const stopping = new AbortController()

/** Reads what is new in the repository. */
serveOrders({
  orders: readingOrder,
  stopping,
  answer: () => {
    const archive = openArchive(dataDir, contentDir)
    const site = readSite(archive)
    archive.close()
    const { signal } = stopping
    const onStored = (slugs: Iterable<string>) => tellServer([...slugs])
    return readRepository({ repository, dataDir, site, now, signal, onStored })
  },
})
