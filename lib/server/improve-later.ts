import type { Page } from './page-cache'

/** Past this, pages come in faster than they can be improved, and quick brotli is good enough. */
const MAX_WAITING = 1_000

type Log = { warn(details: object, message: string): void }

/** Compresses kept pages as small as they go, one at a time, after their first reader has been served. */
export function improveLater(log: Log): (page: Page) => void {
  const waiting: Page[] = []
  let working = false
  async function work(): Promise<void> {
    working = true
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      await page.representation
        .improve()
        .catch((error: unknown) => log.warn({ err: error }, 'A page could not be compressed'))
    }
    working = false
  }
  return (page) => {
    if (waiting.length >= MAX_WAITING) return
    waiting.push(page)
    // The reader who caused the render comes first.
    if (!working) setTimeout(() => void (working || work()), BREATH_MS).unref()
  }
}

const BREATH_MS = 50
