import { LRUCache } from 'lru-cache'
import { onChange, type ReadReport, repeatReports, withReports } from '@/lib/running/report'

type Kept<T> = {
  value: T
  /** The archive's version. */
  version: string
  /** When the value was computed, and when an article next falls due or expires; the archive's version shows neither. */
  since: Date
  until: Date | undefined
  reports: ReadReport[]
  tags: Set<string>
}

/**
 * Caches values computed from the archive, so that a new comment doesn't have them computed again. A value is dropped when
 * the archive changes, when a change is announced for one of its cache tags, when an article falls due or expires, or when
 * the clock is set back to before it was computed. Each use repeats the reports of what was read for it.
 */
export class KeptReads<T extends object> {
  readonly #kept: LRUCache<string, Kept<T>>

  /** `max` is the number of values kept, most recently used; with `sizeOf`, it is their total size. */
  constructor(max: number, sizeOf?: (value: T) => number) {
    this.#kept = new LRUCache(
      sizeOf === undefined
        ? { max }
        : { maxSize: max, sizeCalculation: ({ value }, key) => key.length + sizeOf(value) },
    )
    onChange((tags) => {
      for (const [key, kept] of this.#kept.entries())
        if (tags.some((tag) => kept.tags.has(tag))) this.#kept.delete(key)
    })
  }

  get(
    key: string,
    version: string,
    now: Date,
    work: () => { value: T; until: Date | undefined },
  ): T {
    const known = this.#kept.get(key)
    if (known !== undefined && known.version === version && isInTime(known, now)) {
      repeatReports(known.reports)
      return known.value
    }
    const { result, reports } = withReports(work)
    const tags = new Set(reports.flatMap((report) => report.tags ?? []))
    this.#kept.set(key, { ...result, version, since: now, reports, tags })
    return result.value
  }
}

const isInTime = ({ since, until }: { since: Date; until: Date | undefined }, now: Date) =>
  since <= now && (until === undefined || until > now)
