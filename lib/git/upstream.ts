import { countCommits } from './commits'
import { headBranch } from './head'
import type { Repository } from './repository'
import { askGit, askGitIf, GitError } from './run-git'

/** The remote's branch as we last fetched it. */
export const FETCHED = 'refs/broadsheet/fetched'

/** The last commit checked out here whose history was all the remote's: after a rewrite the branch no longer shows this. */
const FOLLOWED = 'refs/broadsheet/followed'

type Upstream = {
  remote: string
  ref: string
  /** The ref under which git keeps the fetched branch; '' for a remote without a name. */
  tracking: string
  protocols: string[]
}

export type Fetched = {
  /** The remote's branch now. */
  commit: string
  /** Earlier states of the branch that the repository knows. */
  former: string[]
  protocols: string[]
}

/** Fetches the upstream of the branch that is checked out, and nothing else: no tags, no submodules. */
export async function fetchUpstream(
  repository: Repository,
  head: string | undefined,
): Promise<Fetched> {
  const { remote, ref, tracking, protocols } = await findUpstream(repository)
  const former = await formerCommits(repository, tracking)
  const isFollowed =
    head !== undefined && (await countCommits(repository, { of: head, without: former })) === 0
  if (isFollowed) await askGit(repository, ['update-ref', FOLLOWED, head])
  const quietly = ['--quiet', '--force', '--no-tags', '--no-recurse-submodules']
  await askGit(repository, ['fetch', ...quietly, '--', remote, `+${ref}:${FETCHED}`], { protocols })
  const commit = await askGit(repository, ['rev-parse', '--verify', `${FETCHED}^{commit}`])
  return { commit, former, protocols }
}

async function findUpstream(repository: Repository): Promise<Upstream> {
  const branch = await headBranch(repository)
  if (branch === undefined) {
    throw new GitError('failed', 'no branch is checked out (git switch BRANCH checks one out)')
  }
  const [remote, ref] = await Promise.all(
    ['remote', 'merge'].map((key) =>
      askGitIf(repository, ['config', '--get', `branch.${branch}.${key}`]),
    ),
  )
  if (remote === undefined || ref === undefined) {
    const fix = `git branch --set-upstream-to=origin/${branch}`
    throw new GitError('failed', `the branch ${branch} follows no remote (${fix} sets one)`)
  }
  const address = await askGit(repository, ['ls-remote', '--get-url', remote])
  const protocols = protocolsOf(address)
  if (protocols === undefined) {
    const kinds = 'http, https, ssh, git or file'
    throw new GitError(
      'failed',
      `the address of ${remote} is none of ${kinds}, so git doesn’t fetch from it`,
    )
  }
  const upstream = ['for-each-ref', '--format=%(upstream)', `refs/heads/${branch}`]
  return { remote, ref, tracking: await askGit(repository, upstream), protocols }
}

/** http may redirect to https. */
const PROTOCOLS: Record<string, string[]> = {
  http: ['http', 'https'],
  https: ['https'],
  ssh: ['ssh'],
  'git+ssh': ['ssh'],
  'ssh+git': ['ssh'],
  git: ['git'],
  file: ['file'],
}

/**
 * The protocols that git needs for an address, by the rules of https://git-scm.com/docs/git-fetch#_git_urls. Undefined for
 * an address that starts a program (`ext::sh -c …`), which could be any program.
 */
export function protocolsOf(address: string): string[] | undefined {
  if (/^[\w+.-]+::/.test(address)) return undefined
  const scheme = /^([\w+.-]+):\/\//.exec(address)?.[1]
  if (scheme !== undefined) return PROTOCOLS[scheme]
  const isWindowsPath = /^[A-Za-z]:[\\/]/.test(address)
  return /^[^/]*:/.test(address) && !isWindowsPath ? ['ssh'] : ['file']
}

/**
 * The branch's earlier states: those that our own fetches recorded, and those that other fetches left, including their
 * reflog.
 */
async function formerCommits(repository: Repository, tracking: string): Promise<string[]> {
  const known = ['for-each-ref', '--format=%(objectname)', FETCHED, FOLLOWED]
  const former = [await askGit(repository, known)]
  const tracked = await askGitIf(repository, ['rev-parse', '-q', '--verify', tracking])
  if (tracked !== undefined) {
    former.push(tracked, await askGit(repository, ['rev-list', '--walk-reflogs', tracking, '--']))
  }
  return former
    .join('\n')
    .split('\n')
    .filter((commit) => commit !== '')
}
