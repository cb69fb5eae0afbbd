import { workerData } from 'node:worker_threads'
import { now } from '@/lib/site/clock'
import { serveOrders, tellServer } from '@/lib/threads/serve-orders'
import { ALL, GONE } from '../cache-tags'
import { FoundProblems } from '../found-problems'
import { countProblems } from '../write/problems'
import { ArchiveWriter } from './archive-writer'
import { FolderWatch } from './folder-watch'
import { orders, type RefreshResult, type Report, workerOptions } from './messages'
import { Schedule } from './schedule'
import type { UpdateResult } from './update-archive'
import { UpdateQueue } from './update-queue'

/** Catches what a file event missed, and works where there are none: network shares, some containers. */
const RESCAN_MS = 30_000

/** How soon the server notices that somebody deleted the archive. */
const IN_PLACE_MS = 1_000

/**
 * A change with more cache tags than this empties the whole cache: looking up each tag would cost more than rendering
 * again.
 */
const MAX_TAGS = 20_000

const { contentDir, dataDir } = workerOptions.parse(workerData)
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const report = (message: Report) => tellServer(message)

const announce = (tags: ReadonlySet<string>) => {
  if (tags.size > 0) {
    const all = tags.has(GONE) ? [ALL, GONE] : [ALL]
    report({ type: 'changed', tags: tags.size > MAX_TAGS ? all : [...tags] })
  }
}

const stopping = new AbortController()
const found = new FoundProblems()

const writer = new ArchiveWriter({
  contentDir,
  dataDir,
  now,
  wait,
  signal: stopping.signal,
  onChanged: announce,
  onFound: (problems) => found.add(problems),
  onProgress: (progress) => report({ type: 'progress', ...progress }),
})
const updates = new UpdateQueue(writer, wait)
const schedule = new Schedule({ rows: () => writer.rows, now, announce })
const folders = new FolderWatch(contentDir, (paths) => {
  unasked(outcome(updates.refreshHinted(paths)))
})
const timers = [
  setInterval(() => unasked(update()), RESCAN_MS),
  setInterval(() => {
    if (writer.rows !== undefined && !writer.isInPlace()) unasked(update())
  }, IN_PLACE_MS),
]

const update = () => outcome(updates.refresh())

async function outcome(updating: Promise<UpdateResult>): Promise<RefreshResult> {
  try {
    const { added, changed, removed, dirs } = await updating
    folders.follow(dirs)
    schedule.check()
    tellFound()
    const { errors } = writer.rows ? countProblems(writer.rows) : { errors: 0 }
    report({ type: 'updated', errors })
    return { added, changed, removed }
  } catch (error) {
    if (!stopping.signal.aborted) report({ type: 'failed', message: String(error) })
    throw error
  }
}

/** Nobody waits for this update; its failure has already been reported. */
const unasked = (updating: Promise<unknown>) => void updating.catch(() => undefined)

/** The first report lists every known problem, old or new. */
function tellFound(): void {
  if (writer.rows === undefined) return
  const told = found.take(writer.rows)
  if (told.count > 0) report({ type: 'found', ...told })
}

stopping.signal.addEventListener('abort', () => {
  for (const timer of timers) clearInterval(timer)
  folders.stop()
  schedule.stop()
  void updates.stop()
})

serveOrders({
  orders,
  stopping,
  answer: (order) => {
    if (order === 'rebuild') writer.distrust()
    return update()
  },
  end: async () => {
    await updates.stop()
    writer.close()
  },
})
