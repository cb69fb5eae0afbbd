import type { Moment } from '@/lib/article/article'

/** What one version of a file says about its publication; `unusable` when it can't be read as an article. */
export type VersionFacts =
  | { state: 'unusable' }
  | {
      state: 'article'
      /** The front matter's date, and `expires`. */
      due: Moment
      expires?: Date
      /** False for a draft and for a withdrawn article. */
      listed: boolean
      /** A hash of the words: equal for versions with the same words. */
      words: string
    }

/** One version of a file on the repository's published line. */
export type RecordedVersion = {
  commit: string
  /** The committer's time, since the author's may be long before the push. */
  at: Date
  subject: string
  facts: VersionFacts | { state: 'removed' }
}

export type PublishedVersion = {
  commit: string
  subject: string
  /** When readers first saw it: at its commit, or at its date if that came later. */
  since: Moment
  /** Whether its words differ from the previous published version; true for the first. */
  changed: boolean
}

type Place = {
  now: Date
  isWithheld: (commit: string) => boolean
  /** Includes versions that readers see by then; the default is `now`. */
  until?: Date
}

type Stood = RecordedVersion & { facts: Extract<VersionFacts, { state: 'article' }>; since: Moment }

/**
 * From all recorded versions, those that readers have seen; both oldest first. A version counts if its article was visible
 * at some time before the next commit that changed the file: not a draft, not postponed before its date came, not expired
 * or withdrawn. A withheld version is left out, so that a comparison goes from the version before it to the one after it.
 */
export function publishedVersions(
  recorded: readonly RecordedVersion[],
  { now, isWithheld, until = now }: Place,
): PublishedVersion[] {
  const seen = stoodVersions(recorded, now).filter(
    ({ commit, since }) => since.at <= until && !isWithheld(commit),
  )
  return seen.map(({ commit, subject, since, facts }, index) => ({
    commit,
    subject,
    since,
    changed: seen[index - 1]?.facts.words !== facts.words,
  }))
}

/** The last time that an article's words changed since it was first published. */
export function lastUpdate(published: readonly PublishedVersion[]): PublishedVersion | undefined {
  return published.slice(1).findLast((version) => version.changed)
}

/** Versions that were visible, or will be once their date comes. */
function stoodVersions(recorded: readonly RecordedVersion[], now: Date): Stood[] {
  const usable = inOrderOfTime(recorded, now).filter(({ facts }) => facts.state !== 'unusable')
  return usable.flatMap((version, index) => {
    const { facts, at } = version
    if (facts.state !== 'article' || !facts.listed) return []
    const since = sinceOf(at, facts.due)
    const until = usable[index + 1]?.at
    if (until !== undefined && facts.due.at > at && facts.due.at >= until) return []
    if (facts.expires !== undefined && facts.expires <= since.at) return []
    return [{ ...version, facts, since }]
  })
}

const sinceOf = (commit: Date, due: Moment): Moment =>
  due.at > commit ? due : { at: commit, precision: 'minute' }

/**
 * Clocks can be wrong. A commit from the future doesn't say when readers saw it, and is left out; one that seems older than
 * the commit before it gets that commit's time. A version that can't be read leaves the previous one in place, as on the
 * site itself.
 */
function inOrderOfTime(recorded: readonly RecordedVersion[], now: Date): RecordedVersion[] {
  let latest = new Date(0)
  return recorded
    .filter(({ at }) => at <= now)
    .map((version) => {
      if (version.at > latest) latest = version.at
      return { ...version, at: latest }
    })
}
