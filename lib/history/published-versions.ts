import type { Moment } from '@/lib/article/article'

/** What one version of the file says of its own publication; `unusable` when no article can be read from it. */
export type VersionFacts =
  | { state: 'unusable' }
  | {
      state: 'article'
      /** The front matter's date, and `expires`. */
      due: Moment
      expires?: Date
      /** False for a draft and for a withdrawn article. */
      listed: boolean
      /** Equal for two versions whose words are equal. */
      words: string
    }

/** One version of a file on the published line of the repository. */
export type RecordedVersion = {
  commit: string
  /** When the commit was made: the committer's time, since an author's may lie long before the push. */
  at: Date
  subject: string
  facts: VersionFacts | { state: 'removed' }
}

export type PublishedVersion = {
  commit: string
  subject: string
  /** From when on readers saw it: its commit, or its date if that came later. */
  since: Moment
  /** Whether its words differ from those of the published version before it; true for the first. */
  changed: boolean
}

type Place = {
  now: Date
  isWithheld: (commit: string) => boolean
  /** Versions count whose date comes by then: `now`, unless said otherwise. */
  until?: Date
}

type Stood = RecordedVersion & { facts: Extract<VersionFacts, { state: 'article' }>; since: Moment }

/**
 * The versions that readers have seen, oldest first, from all that were recorded, oldest first. A version counts if
 * its article was visible at some time between its own commit and the next one that changed the file: no draft, no
 * date that was put off before it came, nothing expired or withdrawn. A withheld version is left out, and what
 * changed is told between the versions beside it.
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

/** The last time that the words of an article changed after it was first published. */
export function lastUpdate(published: readonly PublishedVersion[]): PublishedVersion | undefined {
  return published.slice(1).findLast((version) => version.changed)
}

/** Versions that were visible, or will be when their date comes. */
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
 * Clocks go wrong: a commit from the future says nothing about when readers saw it and is left out, and one that
 * seems older than the one before it is taken to be as old as that. What can't be read leaves in place what was
 * there before, as the site itself does.
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
