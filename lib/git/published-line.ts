/** A commit as `git log` lists it. */
export type ListedCommit = {
  hash: string
  parents: string[]
  /** The committer's time, in seconds since 1970. */
  time: number
  subject: string
}

/** Names of the main branch, used when nothing else says which it is. */
const MAIN = new Set(['main', 'master', 'trunk'])

/**
 * The parent of a commit that readers saw before it. Usually the first one (what a merge brings in appears all at once,
 * with the merge), unless the merge goes the other way: somebody pulled the published branch into a copy of it, so that the
 * published state is the second parent. Git's own messages say so: https://git-scm.com/docs/git-fmt-merge-msg
 */
export function publishedParent(
  { parents, subject }: Pick<ListedCommit, 'parents' | 'subject'>,
  branch: string | undefined,
): string | undefined {
  const [first, second, third] = parents
  if (second === undefined || third !== undefined) return first
  return isPull(subject, branch) ? second : first
}

const MERGE =
  /^Merge (?:branch '(?<name>[^']+)'(?<url> of \S+)?|remote-tracking branch '[^/']+\/(?<tracked>[^']+)')(?: into (?<into>\S+))?$/

function isPull(subject: string, branch: string | undefined): boolean {
  const groups = MERGE.exec(subject)?.groups
  if (groups === undefined) return false
  const { name, tracked, url, into } = groups
  const merged = name ?? tracked ?? ''
  const fromAnotherCopy = url !== undefined || tracked !== undefined
  // Without "into" git means the main branch; a detached HEAD doesn't say which branch is published.
  const published = branch ?? into
  const isPublished = published === undefined ? MAIN.has(merged) : merged === published
  // "Merge branch 'main' into feature": the published branch was then fast-forwarded to the feature.
  return isPublished && (fromAnotherCopy || (into !== undefined && into !== merged))
}

/** Picks the published line from commits listed newest first, each before its parents. */
export class LineWalk {
  #next: string

  constructor(
    head: string,
    private readonly branch: string | undefined,
  ) {
    this.#next = head
  }

  /** The next commit of the line; '' after its first one. */
  get next(): string {
    return this.#next
  }

  /** The published parent of a commit on the line ('' for none), or undefined for a commit off the line. */
  take(commit: ListedCommit): string | undefined {
    if (commit.hash !== this.#next) return undefined
    this.#next = publishedParent(commit, this.branch) ?? ''
    return this.#next
  }
}
