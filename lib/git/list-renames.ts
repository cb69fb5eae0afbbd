import { lstatSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { slugFromPath } from '@/lib/article/slug'
import { fileKind } from '@/lib/content/file-kind'
import { now } from '@/lib/site/clock'
import { GitBlobs } from './blobs'
import { findHead } from './head'
import { listChanges, listCommits } from './log'
import { confirmRenames } from './renames'
import { belowContent, type Repository, repositoryOf } from './repository'
import { askGit } from './run-git'
import { areSimilar } from './similar-texts'
import { NO_SUBMODULES } from './start-git'

/**
 * An article's file with a new name: its content under the old name, and when it last had that name. Paths are below the
 * content folder.
 */
export type Rename = { from: string; to: string; bytes: Uint8Array; at: Date }

export type Renames = { ok: true; renames: Rename[] } | { ok: false; reason: string | undefined }

/** Files removed without a commit are compared with new files; beyond this many pairs, whole folders were moved. */
const MAX_PAIRS = 10_000

/** Every rename that changed an article's address, the newest first; uncommitted ones come before all others. */
export async function listRenames(contentDir: string): Promise<Renames> {
  const found = await findHead(repositoryOf(contentDir))
  if (found.state === 'unavailable') {
    const { reason } = found
    const silent = reason === 'no git' || reason === 'no repository' || reason === 'no commits'
    return { ok: false, reason: silent ? undefined : whyNot(reason) }
  }
  const { repository, commit } = found
  const blobs = new GitBlobs(repository)
  try {
    const open = await uncommitted(repository, commit, blobs)
    return { ok: true, renames: [...open, ...(await committed(repository, commit, blobs))] }
  } finally {
    await blobs.stop()
  }
}

const whyNot = (reason: string) =>
  reason === 'shallow' ? 'the clone is shallow (fetch-depth: 0 gets all of it)' : 'git failed'

const isArticle = (file: string) => fileKind(file) === 'article'
const movesAddress = (from: string, to: string) =>
  isArticle(from) && isArticle(to) && slugFromPath(from) !== slugFromPath(to)

async function committed(repository: Repository, head: string, blobs: GitBlobs): Promise<Rename[]> {
  const commits: { hash: string; parent: string }[] = []
  const times = new Map<string, number>()
  for await (const { hash, parents, time } of listCommits(repository, head)) {
    const [parent = '', ...others] = parents
    // The merged commits already changed what this merge brings together.
    if (others.length > 0) continue
    commits.push({ hash, parent })
    times.set(hash, time)
  }
  const below = (file: string) => belowContent(repository, file)
  const renames: Rename[] = []
  for await (const { hash, changes } of listChanges(repository, commits)) {
    const moves = changes.filter(
      ({ path, from }) => from && movesAddress(below(from.path), below(path)),
    )
    for (const { path: to, from } of await confirmRenames(moves, blobs)) {
      const bytes = from && (await blobs.read(from.blob))
      if (from === undefined || bytes === undefined) continue
      const at = new Date((times.get(hash) ?? 0) * 1000)
      renames.push({ from: below(from.path), to: below(to), bytes, at })
    }
  }
  return renames
}

/** Articles whose name in the folder differs from the last commit, whether or not they were staged. */
async function uncommitted(
  repository: Repository,
  head: string,
  blobs: GitBlobs,
): Promise<Rename[]> {
  const below = (file: string) => belowContent(repository, file)
  const articles = ['--', `${repository.prefix}articles`]
  const list = async (...args: string[]) =>
    (await askGit(repository, [...args, ...articles]))
      .split('\0')
      .filter((f) => isArticle(below(f)))
  const programs = ['--no-ext-diff', '--no-textconv']
  const diff = ['diff', NO_SUBMODULES, ...programs, '--no-renames', '--name-only', '-z']
  const gone = await list(...diff, '--diff-filter=D', head)
  if (gone.length === 0) return []
  const came = [
    ...(await list(...diff, '--diff-filter=A', head)),
    ...(await list('ls-files', '--others', '--exclude-standard', '-z')),
  ]
  if (gone.length * came.length > MAX_PAIRS) return []
  const at = (file: string) => path.join(repository.workTree, file)
  const renames: Rename[] = []
  for (const from of gone) {
    const bytes = await blobs.read(await askGit(repository, ['rev-parse', `${head}:${from}`]))
    const isSame = (to: string) =>
      bytes !== undefined &&
      movesAddress(below(from), below(to)) &&
      lstatSync(at(to)).isFile() &&
      areSimilar(bytes, readFileSync(at(to)))
    const to = came.find(isSame)
    if (bytes && to !== undefined) {
      renames.push({ from: below(from), to: below(to), bytes, at: now() })
    }
  }
  return renames
}
