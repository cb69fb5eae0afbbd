import type { Problem } from '@/lib/front-matter/problem'
import { type ChangedPaths, listChangedPaths } from './changed-paths'
import { countCommits } from './commits'
import { headCommit } from './head'
import { findFilesInTheWay, findLocalChanges, type LocalChanges } from './local-changes'
import type { Repository } from './repository'
import { askGit, GitError } from './run-git'
import { findSubmodules } from './submodules'
import { fetchUpstream } from './upstream'

type Followed = { ok: true; commit: string | undefined; paths: ChangedPaths }
/** `local` is what the repository would lose if it followed the remote. */
type Refused = { ok: false; failure: string; local?: LocalChanges }

export type Pulled = (Followed & { warnings: Problem[] }) | Refused

/** When a branch was rewritten, its former last commit is kept under a name in here, so that it can be recovered. */
const DROPPED = 'refs/broadsheet/dropped'

/** The message names this many of a thousand files; `local` has them all. */
const NAMED_FILES = 10

/**
 * Updates the repository to the remote's branch, even if that was rewritten, unless this would lose local changes. A folder
 * outside any repository has nothing to pull, which is not a failure.
 */
export async function pullContent(repository: Repository | undefined): Promise<Pulled> {
  if (repository === undefined) return { ...unchanged(undefined), warnings: [] }
  let trouble = 'The repository is damaged'
  try {
    const head = await headCommit(repository)
    trouble = 'git could not follow the remote'
    const followed = await follow(repository, head)
    if (!followed.ok) return followed
    return { ...followed, warnings: await findSubmodules(repository) }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    const { failure, message } = error
    return { ok: false, failure: failure === 'missing' ? message : `${trouble}: ${message}` }
  }
}

const unchanged = (commit: string | undefined): Followed => ({
  ok: true,
  commit,
  paths: { added: [], changed: [], removed: [] },
})

function refused(local: LocalChanges): Refused {
  const { files, command } = local
  const others = files.length - NAMED_FILES
  const names = files.slice(0, NAMED_FILES).join(', ') + (others > 0 ? ` and ${others} more` : '')
  return {
    ok: false,
    failure: `The repository on the server has changes of its own (${names}). Put them aside there with: ${command}`,
    local,
  }
}

async function follow(
  repository: Repository,
  head: string | undefined,
): Promise<Followed | Refused> {
  const { commit, former, protocols } = await fetchUpstream(repository, head)
  const move = (...how: string[]) => askGit(repository, [...how, '--quiet', commit], { protocols })
  if (head === undefined) {
    await move('merge', '--ff-only')
    return unchanged(commit)
  }
  const own = { of: head, without: [commit, ...former] }
  const dropped = await countCommits(repository, { of: head, without: [commit] })
  const isBehind = (await countCommits(repository, { of: commit, without: [head] })) > 0
  if (!isBehind && dropped === (await countCommits(repository, own))) return unchanged(head)
  if ((await hasFolder(repository, head)) && !(await hasFolder(repository, commit))) {
    const failure = `In commit ${commit} ${repository.prefix} is not a folder, so it was not published`
    return { ok: false, failure }
  }
  if (dropped > 0) {
    const local = await findLocalChanges(repository, own)
    if (local !== undefined) return refused(local)
    await askGit(repository, ['update-ref', `${DROPPED}/${head}`, head])
  }
  try {
    await (dropped > 0 ? move('reset', '--keep') : move('merge', '--ff-only'))
  } catch (error) {
    const local = await findFilesInTheWay(repository, head, commit)
    if (local === undefined) throw error
    return refused(local)
  }
  return { ok: true, commit, paths: await listChangedPaths(repository, head, commit) }
}

/** A push may replace the content folder with a link, which would lead the site to any folder of the server. */
async function hasFolder(repository: Repository, commit: string): Promise<boolean> {
  const folder = repository.prefix.slice(0, -1)
  if (folder === '') return true
  return (await askGit(repository, ['ls-tree', commit, '--', folder])).startsWith('040000 ')
}
