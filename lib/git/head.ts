import type { Repository } from './repository'
import { askGit, askGitIf, GitError } from './run-git'

/** Why there is no history to read. */
type Reason = 'no git' | 'no repository' | 'no commits' | 'shallow' | 'failed'

export type Head = {
  state: 'found'
  repository: Repository
  commit: string
  /** The branch that is checked out; undefined when HEAD is detached. */
  branch: string | undefined
}

export type FoundHead = Head | { state: 'unavailable'; reason: Reason; message: string }

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** The commit that is checked out, if the history up to it can be read. */
export async function findHead(repository: Repository | undefined): Promise<FoundHead> {
  const unavailable = (reason: Reason, message = ''): FoundHead => ({
    state: 'unavailable',
    reason,
    message,
  })
  if (repository === undefined) return unavailable('no repository')
  const known = await askAtOnce(repository)
  if (known !== undefined) return known
  try {
    const shallow = await askGit(repository, ['rev-parse', '--is-shallow-repository'])
    if (shallow !== 'false') return unavailable('shallow')
    const commit = await headCommit(repository)
    if (commit === undefined) return unavailable('no commits')
    return { state: 'found', repository, commit, branch: await headBranch(repository) }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    return unavailable(error.failure === 'missing' ? 'no git' : 'failed', error.message)
  }
}

/** All three answers of one git, which costs as much as one of them; undefined when one of them isn't as usual. */
async function askAtOnce(repository: Repository): Promise<Head | undefined> {
  const args = ['--is-shallow-repository', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD']
  const answer = await askGit(repository, ['rev-parse', ...args]).catch(() => undefined)
  const [shallow, commit = '', ref = ''] = answer?.split('\n') ?? []
  if (shallow !== 'false' || !HASH.test(commit)) return undefined
  const branch = ref === 'HEAD' ? undefined : ref.replace(/^refs\/heads\//, '')
  return { state: 'found', repository, commit, branch }
}

/** The commit that is checked out; undefined before the first one. Throws a GitError if the repository is damaged. */
export async function headCommit(repository: Repository): Promise<string | undefined> {
  const commit = await askGitIf(repository, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'])
  if (commit !== undefined && HASH.test(commit)) return commit
  const named = await askGitIf(repository, ['rev-parse', '-q', '--verify', 'HEAD'])
  if (named === undefined) return undefined
  throw new GitError('failed', `the commit ${named}, which is checked out, is missing`)
}

export async function headBranch(repository: Repository): Promise<string | undefined> {
  const ref = await askGitIf(repository, ['symbolic-ref', '-q', 'HEAD'])
  return ref?.replace(/^refs\/heads\//, '')
}

/** The commit that is checked out, if there is one, or why git can't say. */
export async function tellCommit(
  repository: Repository | undefined,
): Promise<{ commit?: string; gitFailure?: string }> {
  try {
    const commit = repository && (await headCommit(repository))
    return commit === undefined ? {} : { commit }
  } catch (error) {
    if (error instanceof GitError) return { gitFailure: error.message }
    throw error
  }
}
