import { Queue } from '@/lib/threads/queue'
import { OrderError, WorkerClient } from '@/lib/threads/worker-client'
import { type Ranked, type RankingOrder, ranking, rankingReply } from './ranking-task'
import { surroundingsTask } from './tasks'

type Log = { error: (fields: object, message: string) => void }

export type RankingOptions = { contentDir: string; dataDir: string; log: Log }

export type RunningRanking = { stop(): Promise<void> }

/** Searches and questions that may wait: at 40 ms each, the last one waits a second or two. */
const MOST_WAITING = 40

/** Ranking takes milliseconds; a thread that is silent this long is ended and replaced. */
const STUCK_MS = 10_000

/** Article pages come first: they never wait for searches and questions. */
const ARTICLE = { weight: 0, most: Number.POSITIVE_INFINITY }
const READER = { weight: 1, most: MOST_WAITING }

const BUSY = { state: 'busy' } as const

/** Starts the thread that ranks for this process's pages: search results, answers, and what to show beside an article. */
export function startRanking(options: RankingOptions): RunningRanking {
  return new Ranking(options)
}

/** Sends the thread one order at a time, so that the number waiting can be limited. */
class Ranking implements RunningRanking {
  readonly #queue = new Queue()
  readonly #thread
  readonly #stopServing: () => void
  /** Rankings in progress, by article. */
  readonly #rankings = new Map<string, Promise<Ranked<unknown>>>()
  #answersReader = false

  constructor(private readonly options: RankingOptions) {
    const { contentDir, dataDir, log } = options
    this.#thread = new WorkerClient<RankingOrder, Ranked<unknown>>({
      program: 'ranking',
      data: { contentDir, dataDir },
      replies: rankingReply,
      stuckMs: STUCK_MS,
      isMinor: true,
      onFailed: (err) => log.error({ err }, 'The ranking thread failed'),
    })
    this.#thread.start()
    this.#stopServing = ranking.serve((order) =>
      order.task === surroundingsTask.name ? this.#rankOnce(order) : this.#answerReader(order),
    )
  }

  async stop(): Promise<void> {
    this.#stopServing()
    await this.#thread.end()
  }

  #answerReader(order: RankingOrder): Promise<Ranked<unknown>> {
    const answer = async () => {
      this.#answersReader = true
      const ranked = await this.#rank(order)
      this.#answersReader = false
      return ranked
    }
    return this.#queue.add(answer, READER) ?? Promise.resolve(BUSY)
  }

  /** The page shares the ranking that was started for it in advance: the reports tell the page of changes in between. */
  #rankOnce(order: RankingOrder): Promise<Ranked<unknown>> {
    const { slug } = surroundingsTask.read(order.order)
    const known = this.#rankings.get(slug)
    if (known !== undefined) return known
    // A thread that has ended is restarted for later pages.
    this.#thread.start()
    if (!this.#thread.isReady || this.#answersReader) return Promise.resolve(BUSY)
    const ranked = this.#queue.add(() => this.#rank(order), ARTICLE) ?? Promise.resolve(BUSY)
    this.#rankings.set(slug, ranked)
    void ranked.finally(() => this.#rankings.delete(slug))
    return ranked
  }

  async #rank(order: RankingOrder): Promise<Ranked<unknown>> {
    try {
      return await this.#thread.ask(order)
    } catch (err) {
      if (err instanceof OrderError)
        this.options.log.error({ task: order.task, reason: err.message }, 'Ranking failed')
      return BUSY
    }
  }
}
