import type { Outcome } from './engine'

export type Use = 'read' | 'write'

/** How long to wait before asking a database that couldn't be read once more, in milliseconds: longer each time, to a bound. */
const ASK_AGAIN_FIRST = 250
const ASK_AGAIN_MOST = 2000

type Options = {
  log: (message: string) => void
  /** File or host. */
  where: string
  /** The cheapest reading there is, in bounded time; reports here how it went. */
  tryToRead: () => Promise<Outcome<unknown>>
  /** Called when reading works again. */
  readable: () => unknown
}

/**
 * What keeps the database from being used. Once it couldn't be read, pages don't ask it any more: this asks in their
 * place until it answers, so that a dead database costs one page its time and not every page of the outage.
 */
export class Availability {
  readonly #options: Options
  readonly #known = new Map<Use, string>()
  #isAsking = false
  #isStopped = false

  constructor(options: Options) {
    this.#options = options
  }

  get first(): string | undefined {
    return [...this.#known.values()][0]
  }

  get isUnreadable(): boolean {
    return this.#known.has('read')
  }

  began(use: Use, trouble: string): void {
    const isNews = !this.#known.has(use) && this.first !== trouble
    if (isNews) this.#options.log(trouble)
    this.#known.set(use, trouble)
    // A file that can't be written just now can mostly be read.
    if (use === 'read' && !this.#isAsking) void this.#ask()
  }

  ended(use: Use): void {
    if (!this.#known.delete(use)) return
    const { log, where, readable } = this.#options
    log(`The comments database ${where} can be used again (${use}).`)
    if (use === 'read') readable()
  }

  stop(): void {
    this.#isStopped = true
  }

  async #ask(): Promise<void> {
    this.#isAsking = true
    // First at once: what took too long may have been one page's comments.
    for (let wait = 0; this.isUnreadable; wait = nextWait(wait)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
      if (this.#isStopped) return
      // One that answers with an error of another kind is no better.
      await this.#options.tryToRead().catch(() => {})
    }
    this.#isAsking = false
  }
}

const nextWait = (wait: number) => Math.min(Math.max(wait * 2, ASK_AGAIN_FIRST), ASK_AGAIN_MOST)
