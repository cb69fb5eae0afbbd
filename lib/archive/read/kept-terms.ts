import { LRUCache } from 'lru-cache'
import type { Archive } from '../open'

/** Past them the counts are read afresh: some two megabytes. */
const MAX_COUNTS = 100_000

/** Ids of holders in all, 8 bytes each: those of the terms by which the last few pages were ranked. */
const MAX_IDS = 500_000

/** What was read of terms before; it holds for one state of the archive. */
export type KeptTerms = {
  version: string
  /** In how many articles a term stands, by its hash. */
  counts: Map<number, number>
  /** The ids of the articles that have a term. */
  holders: LRUCache<string, number[]>
}

const kept = new WeakMap<Archive, KeptTerms>()

/** `version` is the archive's now. A page asks for two thousand terms, most of which the page before it asked for too. */
export function keptTerms(archive: Archive, version: string): KeptTerms {
  const known = kept.get(archive)
  if (known !== undefined && known.version === version && known.counts.size <= MAX_COUNTS)
    return known
  const holders = new LRUCache<string, number[]>({
    maxSize: MAX_IDS,
    sizeCalculation: (ids) => ids.length + 1,
  })
  const fresh = { version, counts: new Map<number, number>(), holders }
  kept.set(archive, fresh)
  return fresh
}
