import type { Worker } from 'node:worker_threads'
import { startThread } from '@/lib/threads/worker-thread'
import { type SearchAnswer, type SearchOrder, serveSearch } from './search-desk'
import {
  type RankedSurroundings,
  type SurroundingsOrder,
  serveSurroundings,
} from './surroundings-desk'
import { type RankingOrder, type RankingReport, rankingReport } from './worker-messages'

type Log = { error: (fields: object, message: string) => void }

export type RankingOptions = { contentDir: string; dataDir: string; log: Log }

export type RunningRanking = { stop(): Promise<void> }

/** Searches that may wait: at 40 ms each, the last of them waits a second or two. */
const MAX_WAITING = 40

/** Ranking takes milliseconds; a thread that says nothing for so long is ended, and another takes its place. */
const STUCK_MS = 10_000
/** The first order waits for it to load its program, which a busy machine takes long for. */
const STARTING_MS = 60_000

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never

type Waiting = {
  order: Unnumbered<RankingOrder>
  /** Undefined when the order failed or was given up. */
  answer: (report: RankingReport | undefined) => void
}

/** Starts the thread that ranks for the pages of this process: what a search finds, what stands beside an article. */
export function startRanking(options: RankingOptions): RunningRanking {
  return new RankingThread(options)
}

/** One order at a time goes to the thread, so that what waits can be bounded and what hangs be told. */
class RankingThread implements RunningRanking {
  readonly #stopServing: (() => void)[]
  /** Pages of articles go first, and never wait for a search. */
  readonly #articles: Waiting[] = []
  readonly #searches: Waiting[] = []
  /** What is being ranked, by the article. */
  readonly #rankings = new Map<string, Promise<RankedSurroundings>>()
  #current: (Waiting & { id: number; timer: NodeJS.Timeout }) | undefined
  #worker: Worker | undefined
  #lastId = 0
  #stopped = false
  /** The thread that runs has loaded its program. */
  #ready = false

  constructor(private readonly options: RankingOptions) {
    this.#worker = this.#start()
    this.#stopServing = [
      serveSearch((order) => this.#search(order)),
      serveSurroundings((order) => this.#rankOnce(order)),
    ]
  }

  async stop(): Promise<void> {
    this.#stopped = true
    for (const stop of this.#stopServing) stop()
    for (const { answer } of [...this.#articles.splice(0), ...this.#searches.splice(0)])
      answer(undefined)
    await this.#end()
  }

  #search(order: SearchOrder): Promise<SearchAnswer> {
    return new Promise((resolve) => {
      if (this.#searches.length >= MAX_WAITING) {
        resolve({ state: 'busy' })
        return
      }
      const answer = (report: RankingReport | undefined) => {
        if (report?.state === 'found') resolve({ state: 'found', outcome: report.outcome })
        else resolve({ state: report?.state === 'missing' ? 'missing' : 'busy' })
      }
      this.#searches.push({ order: { kind: 'search', ...order }, answer })
      this.#next()
    })
  }

  /** Once for a page and whoever foresaw it: what the moments between them change, the reports say. */
  #rankOnce(order: SurroundingsOrder): Promise<RankedSurroundings> {
    const { slug } = order
    const known = this.#rankings.get(slug)
    if (known !== undefined) return known
    const ranked = this.#rank(order).finally(() => this.#rankings.delete(slug))
    this.#rankings.set(slug, ranked)
    return ranked
  }

  #rank(order: SurroundingsOrder): Promise<RankedSurroundings> {
    return new Promise((resolve) => {
      // One that ended is started again for the pages after this one.
      this.#worker ??= this.#start()
      if (!this.#ready || this.#current?.order.kind === 'search') {
        resolve(undefined)
        return
      }
      const answer = (report: RankingReport | undefined) =>
        resolve(report?.state === 'ranked' ? report : undefined)
      this.#articles.push({ order: { kind: 'surroundings', ...order }, answer })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current !== undefined) return
    const waiting = this.#articles.shift() ?? this.#searches.shift()
    if (waiting === undefined) return
    const id = ++this.#lastId
    this.#worker ??= this.#start()
    const timer = setTimeout(
      () => {
        this.options.log.error({ order: waiting.order }, 'Ranking takes too long; it is ended')
        void this.#end()
      },
      this.#ready ? STUCK_MS : STARTING_MS,
    )
    this.#current = { ...waiting, id, timer }
    this.#worker.postMessage({ id, ...waiting.order })
  }

  #start(): Worker {
    const { contentDir, dataDir, log } = this.options
    const worker = startThread('ranking/worker', { contentDir, dataDir })
    worker.unref()
    worker.on('message', (message: unknown) => this.#hear(rankingReport.parse(message)))
    worker.on('error', (err) => log.error({ err }, 'The thread that ranks failed'))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#forget()
      this.#finish(undefined)
    })
    return worker
  }

  #hear(report: RankingReport): void {
    this.#ready = true
    if (report.state === 'ready' || report.id !== this.#current?.id) return
    if (report.state !== 'failed') {
      this.#finish(report)
      return
    }
    this.options.log.error({ reason: report.message }, 'Ranking failed')
    this.#finish(undefined)
  }

  #finish(report: RankingReport | undefined): void {
    const current = this.#current
    this.#current = undefined
    clearTimeout(current?.timer)
    current?.answer(report)
    if (!this.#stopped) this.#next()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#forget()
    await worker?.terminate()
  }

  #forget(): void {
    this.#worker = undefined
    this.#ready = false
  }
}
