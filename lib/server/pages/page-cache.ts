import { LRUCache } from 'lru-cache'
import { GONE } from '@/lib/archive/tags'
import type { Representation } from '../front/representation'
import { oneCopy } from './one-copy'

/** A finished answer and how long it is right. */
export type Page = {
  representation: Representation
  tags: Iterable<string>
  validUntil: Date | undefined
  /** Where a redirect leads; the reader's own query goes along. */
  location?: string | undefined
  /** False for what must not be given to anyone else. */
  keep: boolean
}

type Kept = Page & { tags: readonly string[]; stale: boolean; retryAt: number }

/** A render under way: those who wait for it, and what changed meanwhile. */
type Flight = { page: Promise<Page>; changed: Set<string> }

type Options = {
  render: (key: string) => Promise<Page>
  now: () => Date
  log: { warn(details: object, message: string): void }
  /** Called with a kept page when its quick brotli is there, which could be smaller. */
  onImprovable?: (page: Page) => void
  maxBytes?: number
  freshWaitMs?: number
}

/** 10,000 pages of this site in brotli are about 60 MB. */
const MAX_BYTES = 96 * 1024 * 1024
/** Anyone can invent addresses: what is not there gets its own small place and can't push pages out. */
const MAX_MISSING = 1_000
/** What an entry costs beside its bytes: its objects and lists, and each tag's place. */
const ENTRY_BYTES = 2_048
const TAG_BYTES = 8
/** A changed page is worth this long a wait; a slower render is finished behind the reader's back. */
const FRESH_WAIT_MS = 1_000
/** After a failed render the old page stands this long before the next try. */
const RETRY_MS = 1_000
/** A page that changes during each of so many renders is handed out, but kept as stale. */
const MAX_RENDERS = 3

/** Finished pages by key, emptied by tag. See the README's "How it works". */
export class PageCache {
  readonly #options: Options
  readonly #pages: LRUCache<string, Kept>
  readonly #missing = new LRUCache<string, Kept>({ max: MAX_MISSING })
  readonly #flights = new Map<string, Flight>()

  constructor(options: Options) {
    this.#options = options
    this.#pages = new LRUCache<string, Kept>({
      maxSize: options.maxBytes ?? MAX_BYTES,
      sizeCalculation: ({ representation, tags }, key) =>
        representation.bytes + ENTRY_BYTES + tags.length * TAG_BYTES + key.length,
      dispose: (page) => {
        page.representation.onResize = undefined
      },
    })
  }

  /** The page, if it is here and right: the way of nearly every request. */
  find(key: string): Page | undefined {
    const kept = this.#kept(key)
    return kept !== undefined && !this.#isStale(kept) ? kept : undefined
  }

  /**
   * The page, rendered if need be, once however many ask. A page out of date is rendered anew before anyone gets it,
   * unless that fails or takes long: then the old one is better than an error.
   */
  async get(key: string): Promise<Page> {
    const kept = this.#kept(key)
    if (kept === undefined) return this.#refresh(key)
    if (!this.#isStale(kept) || this.#options.now().getTime() < kept.retryAt) return kept
    return this.#freshOrStale(key, kept)
  }

  /** Whatever shows one of these tags is out of date from now on, renders under way included. */
  invalidate(tags: readonly string[]): void {
    const changed = new Set(tags)
    for (const cache of [this.#pages, this.#missing]) {
      const wrong = [...cache.entries()].filter(([, page]) => carriesAny(page.tags, changed))
      for (const [key, page] of wrong) {
        page.stale = true
        // What was taken back is shown to nobody, even if the page without it takes long or fails.
        if (changed.has(GONE)) cache.delete(key)
      }
    }
    for (const flight of this.#flights.values()) {
      for (const tag of tags) flight.changed.add(tag)
    }
  }

  get figures(): { pages: number; bytes: number; missing: number; rendering: number } {
    return {
      pages: this.#pages.size,
      bytes: this.#pages.calculatedSize,
      missing: this.#missing.size,
      rendering: this.#flights.size,
    }
  }

  #kept(key: string): Kept | undefined {
    return this.#pages.get(key) ?? this.#missing.get(key)
  }

  #isStale(page: Kept): boolean {
    return page.stale || (page.validUntil !== undefined && page.validUntil <= this.#options.now())
  }

  #refresh(key: string): Promise<Page> {
    const running = this.#flights.get(key)
    if (running !== undefined) return running.page
    const changed = new Set<string>()
    // The flight is on record before the render reads anything, so that no change slips between.
    const page = Promise.resolve()
      .then(() => this.#render(key, changed))
      .finally(() => this.#flights.delete(key))
    this.#flights.set(key, { page, changed })
    return page
  }

  /** A change announced while a page renders may or may not be in it: render again. */
  async #render(key: string, changed: Set<string>): Promise<Page> {
    for (let renders = 1; ; renders++) {
      changed.clear()
      const page = await this.#options.render(key)
      const stale = carriesAny(page.tags, changed)
      if (stale && renders < MAX_RENDERS) continue
      if (page.keep)
        this.#keep(key, { ...page, tags: [...page.tags].map(oneCopy), stale, retryAt: 0 })
      else this.#forget(key)
      return page
    }
  }

  #keep(key: string, page: Kept): void {
    const cache = page.representation.status === 404 ? this.#missing : this.#pages
    this.#forget(key)
    cache.set(key, page)
    if (cache !== this.#pages) return
    page.representation.onResize = () => {
      const kept = this.#pages.peek(key)
      if (kept?.representation !== page.representation) return
      // lru-cache counts again only what is a new object.
      this.#pages.set(key, { ...kept }, { noDisposeOnSet: true })
      if (page.representation.isImprovable) this.#options.onImprovable?.(page)
    }
  }

  #forget(key: string): void {
    this.#pages.delete(key)
    this.#missing.delete(key)
  }

  async #freshOrStale(key: string, old: Kept): Promise<Page> {
    const fresh = this.#refresh(key).catch((error: unknown) => {
      old.retryAt = this.#options.now().getTime() + RETRY_MS
      this.#options.log.warn({ key, err: error }, 'A page could not be rendered; the old one stays')
      return old
    })
    let timer: NodeJS.Timeout | undefined
    const impatience = new Promise<Page>((resolve) => {
      timer = setTimeout(resolve, this.#options.freshWaitMs ?? FRESH_WAIT_MS, old)
    })
    return Promise.race([fresh, impatience]).finally(() => clearTimeout(timer))
  }
}

function carriesAny(tags: Iterable<string>, changed: ReadonlySet<string>): boolean {
  if (changed.size === 0) return false
  for (const tag of tags) if (changed.has(tag)) return true
  return false
}
