import { WorkerClient } from '@/lib/threads/worker-client'
import type { ArchiveLog } from '../archive-log'
import { type Order, type RefreshResult, type Report, refreshResult, reports } from './messages'

export type WriterOptions = {
  contentDir: string
  dataDir: string
  log: ArchiveLog
  onChanged: (tags: readonly string[]) => void
  onProgress: (progress: { done: number; total: number; errors: number }) => void
  onUpdated: () => void
}

/**
 * The longest pause before a writer that died is restarted: the first restart is immediate, later ones wait longer each
 * time.
 */
const LONGEST_PAUSE_MS = 30_000

/** The main thread's side of the thread that writes the archive. */
export class WriterThread {
  /** Why the last update failed; undefined if it succeeded. */
  failure: string | undefined
  /** The number of content errors after the last update; undefined before the first. */
  errors: number | undefined
  readonly #thread: WorkerClient<Order, RefreshResult, Report>
  #stopped: Promise<void> | undefined
  #deaths = 0

  constructor(private readonly options: WriterOptions) {
    const { contentDir, dataDir, log } = options
    this.#thread = new WorkerClient({
      program: 'archive',
      data: { contentDir, dataDir },
      replies: refreshResult,
      events: { schema: reports, hear: (report) => this.#hear(report) },
      onFailed: (err) => log.error({ err }, 'The archive’s writer failed'),
      onEnded: () => this.#startLater(),
    })
    this.#thread.start()
  }

  refresh(): Promise<RefreshResult> {
    return this.#thread.ask('refresh')
  }

  rebuild(): void {
    this.options.log.error({}, 'The archive is corrupt and will be rebuilt')
    // The thread reports a failure itself.
    this.#thread.ask('rebuild').catch(() => undefined)
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#thread.stop()
    return this.#stopped
  }

  #hear(report: Report): void {
    if (report.type === 'changed') this.options.onChanged(report.tags)
    else if (report.type === 'progress') this.options.onProgress(report)
    else if (report.type === 'found') this.#log(report)
    else this.#hearOutcome(report)
  }

  #log({ problems, count }: Extract<Report, { type: 'found' }>): void {
    const { log } = this.options
    for (const problem of problems) log.warn(problem, 'content problem')
    const more = count - problems.length
    if (more > 0) log.warn({ more }, 'More content problems: /status lists them')
  }

  #hearOutcome(report: Extract<Report, { type: 'updated' | 'failed' }>): void {
    this.options.onUpdated()
    if (report.type === 'updated') {
      this.#deaths = 0
      this.failure = undefined
      this.errors = report.errors
      return
    }
    if (this.failure !== report.message) this.options.log.error({}, report.message)
    this.failure = report.message
  }

  #startLater(): void {
    const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * this.#deaths++)
    setTimeout(() => this.#thread.start(), pause).unref()
  }
}
