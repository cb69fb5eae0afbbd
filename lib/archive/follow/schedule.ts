import type { Statements } from '../statements'
import { scheduledCacheTags } from '../write/changed-cache-tags'
import { nextTurnOfAny } from '../write/list-rows'
import { findTurned } from '../write/store-article'

/** setTimeout takes at most 31 bits of milliseconds; with more it fires at once. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

export type ScheduleOptions = {
  rows: () => Statements | undefined
  now: () => Date
  /**
   * Receives the cache tags of pages that are out of date because an article fell due, expired, or, after the clock was set
   * back, is no longer due.
   */
  announce: (tags: ReadonlySet<string>) => void
}

/**
 * Announces each article when it falls due or expires, and when the clock is set back past that time: no file changes at
 * these times.
 */
export class Schedule {
  #last: Date
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly options: ScheduleOptions) {
    this.#last = options.now()
  }

  /**
   * Announces what has fallen due or expired since the last call, and waits for the next time. Call it after each update.
   */
  check(): void {
    clearTimeout(this.#timer)
    const rows = this.options.rows()
    if (rows === undefined) return
    const now = this.options.now()
    const tags = new Set<string>()
    // Setting the clock back undoes changes: what was due no longer is, what had expired hasn't yet.
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
