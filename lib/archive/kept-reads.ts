import { LRUCache } from 'lru-cache'
import { onChange, type ReadReport, repeatReports, withReports } from '@/lib/running/report'

type Kept<T> = {
  value: T
  /** Of the archive. */
  version: string
  /** When it was worked out, and when an article falls due or expires after that, which no version tells. */
  since: Date
  until: Date | undefined
  reports: ReadReport[]
  tags: Set<string>
}

/**
 * What was worked out of the archive before, so that a new comment doesn't have it done again. A value goes when the archive
 * changes, when what it was chosen from is announced to have changed, when some article falls due or expires, or when
 * the clock is set back to before it was worked out. What was read for it is reported again each time.
 */
export class KeptReads<T extends object> {
  readonly #kept: LRUCache<string, Kept<T>>

  /** `max` values are kept, those that were asked for last; with `sizeOf`, as many as are that large together. */
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
