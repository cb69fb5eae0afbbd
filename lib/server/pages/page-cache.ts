import { type Kept, KeptPages, type Page } from './kept-pages'

/** A render under way: those who wait for it, and which changes were announced since it began, by their tags. */
type Flight = { page: Promise<Kept>; changed: Map<string, number> }

type Options = {
  render: (key: string) => Promise<Page>
  now: () => Date
  /** Milliseconds by a clock that nobody sets. */
  elapsed: () => number
  log: { warn(details: object, message: string): void }
  /** Called with a kept page when its quick brotli is there, which could be smaller. */
  onImprovable?: (page: Page) => void
  maxBytes?: number
  giveUpMs?: number
}

/** 10,000 pages of this site in brotli are about 60 MB. */
const MAX_BYTES = 96 * 1024 * 1024
/** A render that takes longer has failed. Proxies give up after a minute too. */
const GIVE_UP_MS = 60_000
/** After a failed render the old page stays this long before the next try. */
const RETRY_MS = 1_000
/** A page that changes during each of so many renders is handed out, but not kept. */
const MAX_RENDERS = 3
const NEVER = Number.POSITIVE_INFINITY

/** Finished pages by key, emptied by tag. See lib/README.md. */
export class PageCache {
  readonly #options: Options
  readonly #kept: KeptPages
  readonly #flights = new Map<string, Flight>()
  /** How many changes were announced. */
  #changes = 0

  constructor(options: Options) {
    this.#options = options
    const { maxBytes = MAX_BYTES, onImprovable } = options
    this.#kept = new KeptPages({ maxBytes, onImprovable })
  }

  /** The page, if it is here and right: the way of nearly every request. */
  find(key: string): Page | undefined {
    const kept = this.#kept.find(key)
    return kept !== undefined && this.#isRight(kept) ? kept : undefined
  }

  /**
   * The page, rendered if need be, once however many ask. Readers wait for a page that knows every change announced
   * before they asked, however long it takes; the page from before goes out only when the new one can't be rendered.
   */
  async get(key: string): Promise<Page> {
    const known = this.#changes
    const right = this.find(key) ?? this.#untilRetry(key)
    if (right !== undefined) return right
    let page = await this.#refresh(key)
    while (page.outdatedBy <= known) page = await this.#refresh(key)
    return page
  }

  /** Whatever shows one of these tags is out of date from now on, renders under way included. */
  invalidate(tags: readonly string[]): void {
    const change = ++this.#changes
    this.#kept.outdate(new Set(tags), change)
    for (const { changed } of this.#flights.values()) {
      for (const tag of tags) if (!changed.has(tag)) changed.set(tag, change)
    }
  }

  get figures(): { pages: number; bytes: number; missing: number; rendering: number } {
    return { ...this.#kept.figures, rendering: this.#flights.size }
  }

  /** A page that was made at a later time than it is now was made before the clock was set back. */
  #isRight({ outdatedBy, madeAt, validUntil }: Kept): boolean {
    const now = this.#options.now().getTime()
    return outdatedBy === NEVER && madeAt <= now && (validUntil?.getTime() ?? NEVER) > now
  }

  /** After a failed render, until the next try. */
  #untilRetry(key: string): Page | undefined {
    const old = this.#kept.standIn(key, this.#options.now())
    return old !== undefined && this.#options.elapsed() < old.retryAt ? old : undefined
  }

  #refresh(key: string): Promise<Kept> {
    const running = this.#flights.get(key)
    if (running !== undefined) return running.page
    const changed = new Map<string, number>()
    // The flight is on record before the render reads anything, so that no change slips between.
    const page = Promise.resolve().then(() => this.#fly(key, changed))
    this.#flights.set(key, { page, changed })
    return page
  }

  async #fly(key: string, changed: Map<string, number>): Promise<Kept> {
    try {
      const made = await inTime(this.#render(key, changed), this.#options.giveUpMs ?? GIVE_UP_MS)
      const page = { ...made, outdatedBy: firstChange(made.tags, changed) }
      if (page.keep && page.outdatedBy === NEVER) this.#kept.keep(key, page)
      else this.#kept.forget(key)
      return page
    } catch (err) {
      const old = this.#kept.standIn(key, this.#options.now())
      if (old === undefined) throw err
      this.#options.log.warn({ url: key, err }, 'A page could not be rendered; the old one stays')
      const outdatedBy = firstChange(old.tags, changed)
      if (outdatedBy === NEVER) old.retryAt = this.#options.elapsed() + RETRY_MS
      return { ...old, outdatedBy }
    } finally {
      this.#flights.delete(key)
    }
  }

  /** What is announced while a page renders may or may not be in it, and so may a day that the clock showed: render again. */
  async #render(key: string, changed: Map<string, number>): Promise<Omit<Kept, 'outdatedBy'>> {
    const { render, now } = this.#options
    for (let renders = 1; ; renders++) {
      changed.clear()
      const began = now().getTime()
      const page = await render(key)
      const ended = now().getTime()
      const tags = [...page.tags]
      const isWrong = firstChange(tags, changed) < NEVER || ended < began
      if (isWrong && renders < MAX_RENDERS) continue
      return { ...page, tags, madeAt: Math.max(began, ended), retryAt: 0 }
    }
  }
}

function firstChange(tags: readonly string[], changed: ReadonlyMap<string, number>): number {
  return tags.reduce((first, tag) => Math.min(first, changed.get(tag) ?? NEVER), NEVER)
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It isn't there after ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
