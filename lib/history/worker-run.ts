import { parentPort, workerData } from 'node:worker_threads'
import { openArchive } from '@/lib/archive/open'
import { readSite } from '@/lib/archive/read/pages'
import { now } from '@/lib/site/clock'
import { readRepository } from './read-repository'
import { type Report, workerOptions } from './worker-messages'

/** Reads what is new in the repository, once, and ends. */
const { contentDir, dataDir } = workerOptions.parse(workerData)
const report = (message: Report) => parentPort?.postMessage(message)
const stopping = new AbortController()
parentPort?.on('message', () => stopping.abort())

const archive = openArchive(dataDir, contentDir)
const { timeZone } = readSite(archive)
archive.close()

const result = await readRepository({
  contentDir,
  dataDir,
  timeZone,
  now,
  signal: stopping.signal,
  onStored: (slugs) => report({ type: 'stored', slugs: [...slugs] }),
})
report({ type: 'ended', ...result })
parentPort?.close()
