import type { ComparedVersion, FoundVersion, History } from './diff/compared-version'
import { compareVersions, uncompared } from './diff/word-diff'
import { lastUpdate, type PublishedVersion } from './published-versions'
import {
  type ArticleHistory,
  readArticleHistory,
  type Told,
  unlessGitFails,
} from './read-article-history'
import { type HistorySource, theHistory } from './read-source'
import { isShortCommit, shortCommit } from './short-commit'

/** The number of versions that one page shows with their changes. */
export const PAGE_VERSIONS = 20

/** The earlier versions of an article that readers could see, and what changed. */
export async function findHistory(
  article: Told,
  now: Date,
  source: HistorySource = theHistory(),
): Promise<History> {
  const told = await readArticleHistory(article, now, source)
  if (told.state === 'unavailable') return told
  const { published } = told
  const first = Math.max(0, published.length - PAGE_VERSIONS)
  return unlessGitFails(async () => ({
    state: 'available',
    versions: (await compare(told, first, published.length)).reverse(),
    earlier: published.slice(0, first).reverse(),
  }))
}

/** One version by its short commit, with links to those before and after it; undefined if readers never saw it. */
export async function findVersion(
  article: Told,
  commit: string,
  now: Date,
  source: HistorySource = theHistory(),
): Promise<FoundVersion | undefined> {
  const told = await readArticleHistory(article, now, source)
  if (told.state === 'unavailable') return told
  const { published } = told
  const index = indexOf(commit, published)
  if (index === -1) return undefined
  const [older, newer] = [published[index - 1], published[index + 1]]
  return unlessGitFails(async () => {
    const [version] = await compare(told, index, index + 1)
    return (
      version && {
        state: 'available' as const,
        version,
        ...(older && { older: shortCommit(older.commit) }),
        ...(newer && { newer: shortCommit(newer.commit) }),
      }
    )
  })
}

/** Whether findVersion would find one, or can't say; without comparing its text. */
export async function mayBeVersion(
  article: Told,
  commit: string,
  now: Date,
  source: HistorySource = theHistory(),
): Promise<boolean> {
  if (!isShortCommit(commit)) return false
  const told = await readArticleHistory(article, now, source)
  return told.state === 'unavailable' || indexOf(commit, told.published) !== -1
}

const indexOf = (commit: string, published: readonly PublishedVersion[]) =>
  published.findIndex((each) => shortCommit(each.commit) === commit)

/** When an article's words last changed since it was published; undefined if they never did, or if that isn't known. */
export async function findUpdated(
  article: Told,
  now: Date,
  source: HistorySource = theHistory(),
): Promise<PublishedVersion | undefined> {
  return lastUpdate(await readPublished(article, now, source))
}

/** When readers could first see an article; undefined if that isn't known. */
export async function findFirstShown(
  article: Told,
  now: Date,
  source: HistorySource = theHistory(),
): Promise<Date | undefined> {
  return (await readPublished(article, now, source))[0]?.since.at
}

/** The published versions, oldest first; none if they aren't known. */
async function readPublished(
  article: Told,
  now: Date,
  source: HistorySource,
): Promise<readonly PublishedVersion[]> {
  const told = await readArticleHistory(article, now, source)
  return told.state === 'unavailable' ? [] : told.published
}

/** The published versions from `start` up to `end`, each with the one before it. */
async function compare(
  { published, read }: ArticleHistory,
  start: number,
  end: number,
): Promise<ComparedVersion[]> {
  const isWhole = start === 0
  const versions = published.slice(isWhole ? 0 : start - 1, end)
  const texts = await read(versions)
  return versions.slice(isWhole ? 0 : 1).map((version, index) => {
    const [before, after] = isWhole
      ? [texts[index - 1], texts[index] ?? []]
      : [texts[index], texts[index + 1] ?? []]
    return {
      ...version,
      isFirst: before === undefined,
      parts: before === undefined ? uncompared(after) : compareVersions(before, after),
    }
  })
}
