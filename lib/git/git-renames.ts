import { readFileSync } from 'node:fs'
import path from 'node:path'
import { slugFromPath } from '@/lib/article/slug'
import { areSimilar } from '@/lib/history/diff/similar-texts'
import { now } from '@/lib/site/clock'
import { GitBlobs } from './git-blobs'
import { listChanges, listCommits } from './git-log'
import { askGit } from './git-process'
import { findRepository, type Repository } from './git-repository'
import { confirmRenames } from './read-renames'

/** An article's file under another name: what it held before, and when that was last so. Paths are below the content folder. */
export type Rename = { from: string; to: string; bytes: Uint8Array; at: Date }

export type Renames = { ok: true; renames: Rename[] } | { ok: false; reason: string | undefined }

/** Files that were removed without a commit are compared with those that came; more is a move of folders. */
const MAX_PAIRS = 10_000

/** Every rename that changed an article's address, the newest first; those not yet committed before all others. */
export async function listRenames(contentDir: string): Promise<Renames> {
  const repository = await findRepository(contentDir)
  if (repository.state === 'unavailable') {
    const { reason } = repository
    const silent = reason === 'no git' || reason === 'no repository' || reason === 'no commits'
    return { ok: false, reason: silent ? undefined : whyNot(reason) }
  }
  const blobs = new GitBlobs(contentDir)
  try {
    const open = await uncommitted(contentDir, repository, blobs)
    return { ok: true, renames: [...open, ...(await committed(contentDir, repository, blobs))] }
  } finally {
    await blobs.stop()
  }
}

const whyNot = (reason: string) =>
  reason === 'shallow' ? 'the clone is shallow (fetch-depth: 0 gets all of it)' : 'git failed'

const isArticle = (file: string) => /^articles\/.*\.md$/.test(file)
const movesAddress = (from: string, to: string) =>
  isArticle(from) && isArticle(to) && slugFromPath(from) !== slugFromPath(to)

async function committed(
  contentDir: string,
  { prefix, head }: Repository,
  blobs: GitBlobs,
): Promise<Rename[]> {
  const commits: { hash: string; parent: string }[] = []
  const times = new Map<string, number>()
  for await (const { hash, parents, time } of listCommits(contentDir, head)) {
    const [parent = '', ...others] = parents
    // What a merge brings together the commits before it did.
    if (others.length > 0) continue
    commits.push({ hash, parent })
    times.set(hash, time)
  }
  const renames: Rename[] = []
  for await (const { hash, changes } of listChanges(contentDir, 'articles', commits)) {
    const moves = changes.filter(
      ({ path, from }) =>
        from && movesAddress(from.path.slice(prefix.length), path.slice(prefix.length)),
    )
    for (const { path: to, from } of await confirmRenames(moves, blobs)) {
      const bytes = from && (await blobs.read(from.blob))
      if (from === undefined || bytes === undefined) continue
      const at = new Date((times.get(hash) ?? 0) * 1000)
      renames.push({ from: from.path.slice(prefix.length), to: to.slice(prefix.length), bytes, at })
    }
  }
  return renames
}

/** What stands in the folder under another name than in the last commit, whether git was told of it or not. */
async function uncommitted(
  contentDir: string,
  { head }: Repository,
  blobs: GitBlobs,
): Promise<Rename[]> {
  const list = async (...args: string[]) =>
    (await askGit(contentDir, args)).split('\0').filter(isArticle)
  const diff = ['diff', '--no-renames', '--name-only', '-z', '--relative']
  const gone = await list(...diff, '--diff-filter=D', head, '--', 'articles')
  if (gone.length === 0) return []
  const came = [
    ...(await list(...diff, '--diff-filter=A', head, '--', 'articles')),
    ...(await list('ls-files', '--others', '--exclude-standard', '-z', '--', 'articles')),
  ]
  if (gone.length * came.length > MAX_PAIRS) return []
  const renames: Rename[] = []
  for (const from of gone) {
    const blob = await askGit(contentDir, ['rev-parse', `${head}:./${from}`])
    const bytes = await blobs.read(blob)
    const to =
      bytes &&
      came.find(
        (each) =>
          movesAddress(from, each) && areSimilar(bytes, readFileSync(path.join(contentDir, each))),
      )
    if (bytes && to !== undefined) {
      renames.push({ from: from.normalize('NFC'), to: to.normalize('NFC'), bytes, at: now() })
    }
  }
  return renames
}
