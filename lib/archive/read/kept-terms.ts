import { LRUCache } from 'lru-cache'
import type { Archive } from '../open'

/** Beyond this the counts are read again: some two megabytes. */
const MAX_COUNTS = 100_000

/** Article ids in total, 8 bytes each: those of the terms that ranked the last few pages. */
const MAX_IDS = 500_000

/** A cache of what was read about terms, valid for one state of the archive. */
export type KeptTerms = {
  version: string
  /** The number of articles with a term, by the term's hash. */
  counts: Map<number, number>
  /** The ids of the articles that have a term. */
  holders: LRUCache<string, number[]>
}

const kept = new WeakMap<Archive, KeptTerms>()

/**
 * `version` is the archive's current one. A page asks for two thousand terms, most of which the previous page asked for
 * too.
 */
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
