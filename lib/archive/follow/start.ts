import { announceChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import type { ArchiveLog } from '../archive-log'
import { KeptReads } from '../kept-reads'
import { type Archive, onBroken, openArchive } from '../open'
import { nextTurnOfAny } from '../write/list-rows'
import type { RefreshResult } from './messages'
import { ProgressLine } from './progress-line'
import { type ArchiveStatus, readStatus } from './status'
import { WriterThread } from './writer-thread'

export type StartOptions = {
  contentDir: string
  dataDir: string
  log: ArchiveLog
  /** Receives the cache tags of each change, after they were announced. */
  onChange?: (tags: readonly string[]) => void
}

export type { RefreshResult } from './messages'
export type { ArchiveStatus } from './status'

export type RunningArchive = {
  status(): ArchiveStatus
  /** The number of content errors, known without counting. */
  contentErrors(): number
  /** Scans the folder now; resolves when readers can see its current content, with what changed since the last scan. */
  refresh(): Promise<RefreshResult>
  stop(): Promise<void>
}

/**
 * Starts the archive's one writer; resolves when the archive matches the content folder. Rejects when the folder can't be
 * read and there is no earlier archive.
 */
export async function startArchive(options: StartOptions): Promise<RunningArchive> {
  const { contentDir, dataDir, log } = options
  const archive = openArchive(dataDir, contentDir)
  const progress = new ProgressLine({
    isTerminal: process.stderr.isTTY === true,
    write: (text) => process.stderr.write(text),
    log: (message) => log.info({}, message),
    elapsed: () => performance.now(),
  })
  const writer = new WriterThread({
    contentDir,
    dataDir,
    log,
    onProgress: (each) => progress.show(each),
    onUpdated: () => progress.end(),
    onChanged: (tags) => {
      announceChange(tags)
      options.onChange?.(tags)
    },
  })
  const stopListening = onBroken(() => writer.rebuild())
  const counted = new KeptReads<ReturnType<typeof readStatus>>(1)
  let errorsAtStart = 0
  const running: RunningArchive = {
    status: () => ({
      ...countedAgain(counted, archive, now()),
      failure: writer.failure,
    }),
    contentErrors: () => writer.errors ?? errorsAtStart,
    refresh: () => writer.refresh(),
    async stop() {
      stopListening()
      await writer.stop()
      archive.close()
    },
  }
  errorsAtStart = await firstRefresh(running, log)
  return running
}

/** Counts 100,000 articles only if the archive has changed since, or an article has fallen due or expired. */
const countedAgain = (
  counted: KeptReads<ReturnType<typeof readStatus>>,
  { version, rows }: Archive,
  at: Date,
) =>
  counted.get('status', version, at, () => ({
    value: readStatus(rows, at),
    until: nextTurnOfAny(rows, at),
  }))

/**
 * A folder that can't be read need not stop the server while the archive still holds the content. Returns the number of
 * content errors.
 */
async function firstRefresh(running: RunningArchive, log: ArchiveLog): Promise<number> {
  try {
    await running.refresh()
  } catch (cause) {
    try {
      running.status()
    } catch {
      await running.stop()
      throw new Error('The content folder could not be indexed', { cause })
    }
    log.error({ err: cause }, 'The content folder can’t be read; serving what the archive holds')
  }
  const { articles, errors } = running.status()
  log.debug({ ...articles, errors }, 'The archive is current')
  return errors
}
