import { Worker } from 'node:worker_threads'
import { SMALL_HEAP, threadProgram } from '@/lib/find-code'
import { type SearchAnswer, type SearchOrder, serveSearch } from './search-desk'
import { searchReport } from './worker-messages'

type Log = { error: (fields: object, message: string) => void }

export type SearchOptions = { contentDir: string; dataDir: string; log: Log }

export type RunningSearch = { stop(): Promise<void> }

/** Searches that may wait: at 40 ms each, the last of them waits a second or two. */
const MAX_WAITING = 40

/** A search takes milliseconds; a thread that says nothing for so long is ended, and another takes its place. */
const STUCK_MS = 10_000
/** The first one waits for it to load its program, which a busy machine takes long for. */
const STARTING_MS = 60_000

type Waiting = { order: SearchOrder; answer: (answer: SearchAnswer) => void }

/** Starts the thread that searches for the pages of this process. */
export function startSearch(options: SearchOptions): RunningSearch {
  return new SearchThread(options)
}

/** One search at a time goes to the thread, so that what waits can be bounded and what hangs be told. */
class SearchThread implements RunningSearch {
  readonly #stopServing: () => void
  readonly #queue: Waiting[] = []
  #current: (Waiting & { id: number; timer: NodeJS.Timeout }) | undefined
  #worker: Worker | undefined
  #lastId = 0
  #stopped = false
  /** The thread that runs has said something. */
  #ready = false

  constructor(private readonly options: SearchOptions) {
    this.#worker = this.#start()
    this.#stopServing = serveSearch((order) => this.#take(order))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#stopServing()
    for (const { answer } of this.#queue.splice(0)) answer({ state: 'busy' })
    await this.#end()
  }

  #take(order: SearchOrder): Promise<SearchAnswer> {
    return new Promise((answer) => {
      if (this.#queue.length >= MAX_WAITING) answer({ state: 'busy' })
      else this.#queue.push({ order, answer })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current !== undefined) return
    const waiting = this.#queue.shift()
    if (waiting === undefined) return
    const id = ++this.#lastId
    this.#worker ??= this.#start()
    const timer = setTimeout(
      () => {
        const query = waiting.order.text
        this.options.log.error({ query }, 'A search takes too long; it is ended')
        void this.#end()
      },
      this.#ready ? STUCK_MS : STARTING_MS,
    )
    this.#current = { ...waiting, id, timer }
    this.#worker.postMessage({ id, ...waiting.order })
  }

  #start(): Worker {
    const { contentDir, dataDir, log } = this.options
    this.#ready = false
    const worker = new Worker(threadProgram('search/worker'), {
      // Main's loader is not for the worker, which brings its own.
      execArgv: [],
      workerData: { contentDir, dataDir },
      resourceLimits: SMALL_HEAP,
    })
    worker.unref()
    worker.on('message', (message: unknown) => this.#hear(message))
    worker.on('error', (err) => log.error({ err }, 'The thread that searches failed'))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = undefined
      this.#finish({ state: 'busy' })
    })
    return worker
  }

  #hear(message: unknown): void {
    const report = searchReport.parse(message)
    this.#ready = true
    if (report.id !== this.#current?.id) return
    if (report.state === 'failed') {
      this.options.log.error({ reason: report.message }, 'A search failed')
      this.#finish({ state: 'busy' })
    } else if (report.state === 'missing') this.#finish({ state: 'missing' })
    else this.#finish({ state: 'found', outcome: report.outcome })
  }

  #finish(answer: SearchAnswer): void {
    const current = this.#current
    this.#current = undefined
    clearTimeout(current?.timer)
    current?.answer(answer)
    if (!this.#stopped) this.#next()
  }

  async #end(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }
}
