import type { Page } from './kept-pages'

/** With more waiting, pages arrive faster than they can be improved, and quick brotli is good enough. */
const MAX_WAITING = 1_000

/**
 * While new pages arrive at shorter intervals than this, rendering comes first: the best brotli takes as long as a render.
 */
const CALM_MS = 300

type Log = { warn(details: object, message: string): void }

/** Compresses cached pages as far as possible, one at a time, while no new ones are requested. */
export function improveLater(log: Log): (page: Page) => void {
  const waiting: Page[] = []
  /** Runs from each new page until no page has arrived for a while. */
  let rush: NodeJS.Timeout | undefined
  let working = false
  async function work(): Promise<void> {
    working = true
    while (rush === undefined) {
      const page = waiting.shift()
      if (page === undefined) break
      await page.representation
        .improve()
        .catch((error: unknown) => log.warn({ err: error }, 'A page could not be compressed'))
    }
    working = false
  }
  return (page) => {
    if (waiting.length < MAX_WAITING) waiting.push(page)
    clearTimeout(rush)
    rush = setTimeout(() => {
      rush = undefined
      if (!working) void work()
    }, CALM_MS).unref()
  }
}
