import type { Outcome } from './engine'

export type Use = 'read' | 'write'

/**
 * How long to wait before trying again to read a database that couldn't be read, in milliseconds: longer each time, up to a
 * limit.
 */
const ASK_AGAIN_FIRST = 250
const ASK_AGAIN_MOST = 2000

type Options = {
  log: (message: string) => void
  /** File or host. */
  where: string
  /** The cheapest read there is, in bounded time; its result is reported here. */
  tryToRead: () => Promise<Outcome<unknown>>
  /** Called when the database can be read again. */
  readable: () => unknown
}

/**
 * Tracks why the database can't be used. Once a read has failed, pages stop trying: this class tries instead until the
 * database answers, so that a dead database delays one page and not every page of the outage.
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
    // A file that can't be written at the moment can usually still be read.
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
    // The first try is immediate: perhaps only one page's comments took too long.
    for (let wait = 0; this.isUnreadable; wait = nextWait(wait)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
      if (this.#isStopped) return
      // A database that answers with another kind of error is no better.
      await this.#options.tryToRead().catch(() => {})
    }
    this.#isAsking = false
  }
}

const nextWait = (wait: number) => Math.min(Math.max(wait * 2, ASK_AGAIN_FIRST), ASK_AGAIN_MOST)
