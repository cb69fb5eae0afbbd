import { LRUCache } from 'lru-cache'
import {
  onChange,
  onRead,
  type ReadReport,
  reportTags,
  reportValidUntil,
} from '@/lib/archive/report'

/** The articles that are read most on a day; a rail is a few hundred bytes. */
const MAX_RAILS = 1_000

type Kept<T> = {
  value: T
  /** Of the archive. */
  version: string
  /** When an article falls due or expires, which no version tells. */
  until: Date | undefined
  reports: ReadReport[]
  tags: Set<string>
}

/**
 * Rails that were worked out before, so that a new comment doesn't rank again. One goes when the archive changes,
 * when what it was chosen from is announced to have changed, or when some article falls due or expires. What it had
 * read is reported again each time it answers.
 */
export class KeptRails<T extends object> {
  readonly #rails = new LRUCache<string, Kept<T>>({ max: MAX_RAILS })

  constructor() {
    onChange((tags) => {
      for (const [key, kept] of this.#rails.entries())
        if (tags.some((tag) => kept.tags.has(tag))) this.#rails.delete(key)
    })
  }

  get(
    key: string,
    version: string,
    now: Date,
    work: () => { value: T; until: Date | undefined },
  ): T {
    const known = this.#rails.get(key)
    const over = known?.until !== undefined && known.until <= now
    if (known !== undefined && known.version === version && !over) {
      for (const { tags, validUntil } of known.reports) {
        if (tags) reportTags(...tags)
        if (validUntil) reportValidUntil(validUntil)
      }
      return known.value
    }
    const reports: ReadReport[] = []
    const stop = onRead((report) => reports.push(report))
    try {
      const { value, until } = work()
      const tags = new Set(reports.flatMap((report) => report.tags ?? []))
      this.#rails.set(key, { value, version, until, reports, tags })
      return value
    } finally {
      stop()
    }
  }
}
