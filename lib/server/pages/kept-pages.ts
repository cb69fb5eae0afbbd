import { LRUCache } from 'lru-cache'
import { GONE } from '@/lib/archive/cache-tags'
import type { Representation } from '../front/representation'
import { intern } from './intern'

/** A finished answer, and how long it stays right. */
export type Page = {
  representation: Representation
  tags: Iterable<string>
  validUntil: Date | undefined
  /** The target of a redirect, to which the reader's own query is added. */
  location?: string | undefined
  /** False for an answer that nobody else may get. */
  keep: boolean
}

export type Kept = Page & {
  tags: readonly string[]
  /**
   * The clock's time when it was rendered. While the clock shows an earlier time, the page may contain what isn't due yet.
   */
  madeAt: number
  /** The number of the first change that made it out of date; infinite while none has. */
  outdatedBy: number
  /** After a failed render: when to try again, by a clock that nobody can set. */
  retryAt: number
}

type Options = {
  maxBytes: number
  /** Called with a page once it has its quick brotli, which could be smaller. */
  onImprovable: ((page: Page) => void) | undefined
}

/** Anyone can invent addresses: missing ones have a small cache of their own and can't push pages out. */
const MAX_MISSING = 1_000
/** What an entry takes apart from its bytes: its objects and lists, and a place for each cache tag. */
const ENTRY_BYTES = 2_048
const TAG_BYTES = 8

/** Finished pages by key, within a number of bytes. */
export class KeptPages {
  readonly #options: Options
  readonly #pages: LRUCache<string, Kept>
  readonly #missing = new LRUCache<string, Kept>({ max: MAX_MISSING })

  constructor(options: Options) {
    this.#options = options
    this.#pages = new LRUCache<string, Kept>({
      maxSize: options.maxBytes,
      sizeCalculation: ({ representation, tags }, key) =>
        representation.bytes + ENTRY_BYTES + tags.length * TAG_BYTES + key.length,
      dispose: (page) => {
        page.representation.onResize = undefined
      },
    })
  }

  find(key: string): Kept | undefined {
    return this.#pages.get(key) ?? this.#missing.get(key)
  }

  /** The previous page, if it may be sent when the new one can't be rendered. */
  standIn(key: string, now: Date): Kept | undefined {
    const page = this.#pages.get(key)
    return page !== undefined && page.madeAt <= now.getTime() ? page : undefined
  }

  keep(key: string, made: Kept): void {
    const page = { ...made, tags: made.tags.map(intern) }
    this.forget(key)
    if (page.representation.status === 404) this.#missing.set(key, page)
    else this.#keepPage(key, page)
  }

  forget(key: string): void {
    this.#pages.delete(key)
    this.#missing.delete(key)
  }

  /**
   * Marks each page that carries one of these cache tags as out of date since that change; drops pages that may not stand
   * in for the new one.
   */
  outdate(tags: ReadonlySet<string>, change: number): void {
    for (const cache of [this.#pages, this.#missing]) {
      const wrong = [...cache.entries()].filter(([, page]) => carriesAny(page.tags, tags))
      for (const [key, page] of wrong) {
        page.outdatedBy = Math.min(page.outdatedBy, change)
        page.retryAt = 0
        // Nobody may see an article that was withdrawn, and a missing address may now have a page.
        if (tags.has(GONE) || cache === this.#missing) cache.delete(key)
      }
    }
  }

  get figures(): { pages: number; bytes: number; missing: number } {
    return {
      pages: this.#pages.size,
      bytes: this.#pages.calculatedSize,
      missing: this.#missing.size,
    }
  }

  #keepPage(key: string, page: Kept): void {
    this.#pages.set(key, page)
    page.representation.onResize = () => {
      const kept = this.#pages.peek(key)
      if (kept?.representation !== page.representation) return
      // lru-cache counts only a new object again.
      this.#pages.set(key, { ...kept }, { noDisposeOnSet: true })
      if (page.representation.isImprovable) this.#options.onImprovable?.(page)
    }
  }
}

const carriesAny = (tags: readonly string[], changed: ReadonlySet<string>) =>
  tags.some((tag) => changed.has(tag))
