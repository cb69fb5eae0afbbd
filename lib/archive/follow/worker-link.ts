import type { Worker } from 'node:worker_threads'
import type { z } from 'zod'
import { startThread } from '@/lib/threads/worker-thread'
import type { ArchiveLog } from '../archive-log'
import { type changeCounts, type Order, type Report, reports } from './messages'

/** Paths below the content folder. */
export type RefreshResult = z.output<typeof changeCounts>

export type LinkOptions = {
  contentDir: string
  dataDir: string
  log: ArchiveLog
  onChanged: (tags: readonly string[]) => void
  onProgress: (progress: { done: number; total: number; errors: number }) => void
  onUpdated: () => void
}

/** A writer that died is started again, at first at once, then with growing pauses. */
const LONGEST_PAUSE_MS = 30_000

type Waiting = { resolve: (result: RefreshResult) => void; reject: (error: Error) => void }

/** Main's end of the worker that writes the archive. */
export class WorkerLink {
  /** Why the last update failed; undefined when it didn't. */
  failure: string | undefined
  /** How many errors the content has since the last update; undefined before the first. */
  errors: number | undefined
  #worker: Worker
  #stopped: Promise<void> | undefined
  #deaths = 0
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()

  constructor(private readonly options: LinkOptions) {
    this.#worker = this.#start()
  }

  refresh(): Promise<RefreshResult> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#send({ type: 'refresh', id })
    })
  }

  rebuild(): void {
    this.options.log.error({}, 'The archive is corrupt; it is built again')
    this.#send({ type: 'rebuild' })
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#send({ type: 'stop' })
    await ended
  }

  #send(order: Order): void {
    this.#worker.postMessage(order)
  }

  #start(): Worker {
    const { contentDir, dataDir } = this.options
    const worker = startThread('archive/follow/worker', { contentDir, dataDir })
    worker.on('message', (message: unknown) => this.#hear(reports.parse(message)))
    worker.on('error', (err) => this.options.log.error({ err }, 'The archive’s writer failed'))
    worker.on('exit', () => this.#ended())
    return worker
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
    const waiting = report.id === undefined ? undefined : this.#waiting.get(report.id)
    if (report.id !== undefined) this.#waiting.delete(report.id)
    if (report.type === 'updated') {
      this.#deaths = 0
      this.failure = undefined
      this.errors = report.errors
      waiting?.resolve({ added: report.added, changed: report.changed, removed: report.removed })
      return
    }
    if (this.failure !== report.message) this.options.log.error({}, report.message)
    this.failure = report.message
    waiting?.reject(new Error(report.message))
  }

  #ended(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('The archive’s writer ended'))
    this.#waiting.clear()
    if (this.#stopped !== undefined) return
    const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * this.#deaths++)
    setTimeout(() => {
      if (this.#stopped === undefined) this.#worker = this.#start()
    }, pause).unref()
  }
}
