import type { Statements } from '../statements'
import { scheduledCacheTags } from '../write/changed-cache-tags'
import { nextTurnOfAny } from '../write/list-rows'
import { findTurned } from '../write/store-article'

/** setTimeout takes 31 bits of milliseconds; more than that it fires at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

export type ScheduleOptions = {
  rows: () => Statements | undefined
  now: () => Date
  /** Hears which pages are wrong because an article fell due or expired, or is not due yet again. */
  announce: (tags: ReadonlySet<string>) => void
}

/** Announces each article at the moment at which it falls due or expires, and when the clock is set back over that. No file changes then. */
export class Schedule {
  #last: Date
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly options: ScheduleOptions) {
    this.#last = options.now()
  }

  /** Announces what has turned since the last call, and waits for the next moment. Call it after each update. */
  check(): void {
    clearTimeout(this.#timer)
    const rows = this.options.rows()
    if (rows === undefined) return
    const now = this.options.now()
    const tags = new Set<string>()
    // A clock that was set back schedule articles the other way: what was due isn't, what had expired hasn't.
    const [from, to] = this.#last <= now ? [this.#last, now] : [now, this.#last]
    for (const shown of findTurned(rows, from, to)) {
      for (const tag of scheduledCacheTags(shown, this.#last, now)) tags.add(tag)
    }
    this.#last = now
    if (tags.size > 0) this.options.announce(tags)
    const next = nextTurnOfAny(rows, now)
    if (next === undefined) return
    const wait = Math.min(next.getTime() - now.getTime(), LONGEST_WAIT_MS)
    this.#timer = setTimeout(() => this.check(), wait).unref()
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
