import type { PublishedVersion } from '../published-versions'
import type { Unavailable } from '../unavailable'
import type { ComparedPart } from './word-diff'

export type NoHistory = { state: 'unavailable'; reason: Unavailable }

/** A version with each of its parts compared to the version before it; the first has none before it. */
export type ComparedVersion = PublishedVersion & { isFirst: boolean; parts: ComparedPart[] }

export type History =
  | NoHistory
  | {
      state: 'available'
      /** Newest first. */
      versions: ComparedVersion[]
      /** Earlier versions, newest first: too many to compare on one page. */
      earlier: PublishedVersion[]
    }

export type FoundVersion =
  | NoHistory
  | { state: 'available'; version: ComparedVersion; newer?: string; older?: string }
