import { withinTime } from '@/lib/threads/within-time'
import { type Kept, KeptPages, type Page } from './kept-pages'

/** A render in progress: the page that readers wait for, and the changes announced since it began, by cache tag. */
type Flight = { page: Promise<Kept>; changed: Map<string, number> }

type Options = {
  render: (key: string) => Promise<Page>
  now: () => Date
  /** Milliseconds by a clock that nobody can set. */
  elapsed: () => number
  log: { warn(details: object, message: string): void }
  /** Called with a cached page once it has its quick brotli, which could be smaller. */
  onImprovable?: (page: Page) => void
  maxBytes?: number
  giveUpMs?: number
}

/** 10,000 pages of this site in brotli are about 60 MB. */
const MAX_BYTES = 96 * 1024 * 1024
/** A render that takes longer has failed. Proxies give up after a minute too. */
const GIVE_UP_MS = 60_000
/** After a failed render the old page stays for this long before the next try. */
const RETRY_MS = 1_000
/** A page that changes during this many renders in a row is sent, but not cached. */
const MAX_RENDERS = 3
const NEVER = Number.POSITIVE_INFINITY

/** Finished pages by key, emptied by cache tag. See lib/README.md. */
export class PageCache {
  readonly #options: Options
  readonly #kept: KeptPages
  readonly #flights = new Map<string, Flight>()
  /** The number of changes announced so far. */
  #changes = 0

  constructor(options: Options) {
    this.#options = options
    const { maxBytes = MAX_BYTES, onImprovable } = options
    this.#kept = new KeptPages({ maxBytes, onImprovable })
  }

  /** The page, if it is cached and right, as for nearly every request. */
  find(key: string): Page | undefined {
    const kept = this.#kept.find(key)
    return kept !== undefined && this.#isRight(kept) ? kept : undefined
  }

  /**
   * The page, rendered if need be, once for all who ask. Readers wait for a page that includes every change announced
   * before their request, however long it takes; they get the previous page only when the new one can't be rendered.
   */
  async get(key: string): Promise<Page> {
    const known = this.#changes
    const right = this.find(key) ?? this.#untilRetry(key)
    if (right !== undefined) return right
    let page = await this.#refresh(key)
    while (page.outdatedBy <= known) page = await this.#refresh(key)
    return page
  }

  /** From now on every page with one of these cache tags is out of date, including those being rendered. */
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

  /** A page from a later time than now was made before the clock was set back. */
  #isRight({ outdatedBy, madeAt, validUntil }: Kept): boolean {
    const now = this.#options.now().getTime()
    return outdatedBy === NEVER && madeAt <= now && (validUntil?.getTime() ?? NEVER) > now
  }

  /** The old page, after a failed render and until the next try. */
  #untilRetry(key: string): Page | undefined {
    const old = this.#kept.standIn(key, this.#options.now())
    return old !== undefined && this.#options.elapsed() < old.retryAt ? old : undefined
  }

  #refresh(key: string): Promise<Kept> {
    const running = this.#flights.get(key)
    if (running !== undefined) return running.page
    const changed = new Map<string, number>()
    // The flight is registered before the render reads anything, so that no change is missed.
    const page = Promise.resolve().then(() => this.#fly(key, changed))
    this.#flights.set(key, { page, changed })
    return page
  }

  async #fly(key: string, changed: Map<string, number>): Promise<Kept> {
    try {
      const { giveUpMs = GIVE_UP_MS } = this.#options
      const made = await withinTime(this.#render(key, changed), giveUpMs)
      if (made === undefined) throw new Error(`It took longer than ${giveUpMs} ms`)
      const page = { ...made.value, outdatedBy: firstChange(made.value.tags, changed) }
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

  /**
   * A change announced during a render may or may not be in the page, and the same goes for a clock that is set back:
   * render again.
   */
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
