import { readSite } from '@/lib/archive/read/pages'
import { aliasSlug } from '@/lib/article/alias'
import type { Article } from '@/lib/article/article'
import type { GitBlobs } from '@/lib/git/blobs'
import { GitError } from '@/lib/git/run-git'
import { reportCacheTags } from '@/lib/running/report'
import { HISTORY, historyTag } from './cache-tags'
import type { NoHistory } from './diff/compared-version'
import { type Part, printedText } from './diff/printed-text'
import { type PublishedVersion, publishedVersions } from './published-versions'
import type { HistorySource } from './read-source'
import { MAX_UNREAD } from './store/read-pending'
import { findFiles, recordedVersions, type StoredVersion } from './store/read-versions'
import { hashWords } from './store/store-facts'
import { VersionReader } from './version-facts'
import { isWithheldBy } from './withheld'

/**
 * What identifies an article's history. Ask the archive for the article first: its gate decides whether readers may see it.
 */
export type Told = Pick<Article, 'slug' | 'path' | 'aliases'>

export type ArticleHistory = {
  state: 'available'
  /** The versions that readers have seen, oldest first, without withheld ones. */
  published: PublishedVersion[]
  /** The printed text of some of them, in the order given. */
  read(versions: readonly PublishedVersion[]): Promise<Part[][]>
}

/** A story followed for weeks has some hundred versions; older ones than this are left out. */
const MAX_VERSIONS = 1_000

export async function readArticleHistory(
  article: Told,
  now: Date,
  source: HistorySource,
): Promise<ArticleHistory | NoHistory> {
  reportCacheTags(HISTORY, historyTag(article.slug))
  return unlessGitFails(() => readFrom(article, now, source))
}

/** Readers should see no error just because git can't be run. */
export async function unlessGitFails<T>(work: () => Promise<T>): Promise<T | NoHistory> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof GitError) return { state: 'unavailable', reason: 'failed' }
    throw error
  }
}

async function readFrom(
  article: Told,
  now: Date,
  source: HistorySource,
): Promise<ArticleHistory | NoHistory> {
  const state = source.read()
  if (state.state === 'unavailable') return state
  const site = readSite(source.archive)
  const slugs = article.aliases.flatMap((alias) => aliasSlug(alias) ?? [])
  const files = findFiles(state.rows, article.path, slugs)
  if (files.length === 0) return { state: 'unavailable', reason: 'not in git' }
  const stored = onePerCommit(recordedVersions(state.rows, files)).slice(-MAX_VERSIONS)
  const reader = new VersionReader({ site, hash: hashWords })
  const unread = stored.filter(({ facts }) => facts === undefined)
  if (unread.length > MAX_UNREAD) return { state: 'unavailable', reason: 'being read' }
  const contents = await readBlobs(state.blobs, unread)
  const recorded = stored.map((version) => {
    const bytes = contents.get(version)
    return {
      ...version,
      facts: version.facts ?? (bytes ? reader.facts(version.path, bytes) : UNUSABLE),
    }
  })
  const published = publishedVersions(recorded, { now, isWithheld: isWithheldBy(site) })
  return {
    state: 'available',
    published,
    read: async (versions) => {
      const chosen = versions.flatMap(
        ({ commit }) =>
          stored.find((each) => each.commit === commit && each.blob !== undefined) ?? [],
      )
      const read = await readBlobs(state.blobs, chosen)
      return chosen.map((version) => {
        const bytes = read.get(version)
        const found = bytes && reader.article(version.path, bytes)
        if (!found) throw new GitError('failed', 'A version can no longer be read')
        return printedText(found)
      })
    },
  }
}

const UNUSABLE = { state: 'unusable' } as const

/** A commit that moved one article to another's address may have changed both: the address then showed the last of them. */
function onePerCommit(versions: readonly StoredVersion[]): StoredVersion[] {
  return versions.filter((version, index) => {
    const next = versions[index + 1]
    return version.blob === undefined || next?.pos !== version.pos
  })
}

async function readBlobs(
  blobs: GitBlobs,
  versions: readonly StoredVersion[],
): Promise<Map<StoredVersion, Uint8Array>> {
  const read = new Map<StoredVersion, Uint8Array>()
  await Promise.all(
    versions.map(async (version) => {
      const bytes = version.blob === undefined ? undefined : await blobs.read(version.blob)
      if (bytes) read.set(version, bytes)
    }),
  )
  return read
}
