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

type Kept<T> = { value: T; version: string; reports: ReadReport[]; tags: Set<string> }

/**
 * Rails that were worked out before, so that a new comment doesn't rank again. One goes when the archive changes,
 * when what it was chosen from is announced to have changed, or when a moment passes that it depends on. What it
 * had read is reported again each time it answers.
 */
export class KeptRails<T extends object> {
  readonly #rails = new LRUCache<string, Kept<T>>({ max: MAX_RAILS })

  constructor() {
    onChange((tags) => {
      for (const [key, kept] of this.#rails.entries())
        if (tags.some((tag) => kept.tags.has(tag))) this.#rails.delete(key)
    })
  }

  get(key: string, version: string, now: Date, work: () => T): T {
    const known = this.#rails.get(key)
    const over = known?.reports.some(({ validUntil }) => validUntil && validUntil <= now)
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
      const value = work()
      const tags = new Set(reports.flatMap((report) => report.tags ?? []))
      this.#rails.set(key, { value, version, reports, tags })
      return value
    } finally {
      stop()
    }
  }
}
