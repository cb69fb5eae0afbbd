import type { Unavailable } from '@/lib/history/unavailable'
import { askGit, GitError } from './git-process'

export type Repository = {
  state: 'found'
  /** The content folder's path below the repository's root, with a slash at its end; '' for the root itself. */
  prefix: string
  head: string
  /** The branch that is checked out; undefined with a detached HEAD. */
  branch: string | undefined
  /** Where git keeps what changes with each commit: something to watch. */
  gitDir: string
}

export type FoundRepository =
  | Repository
  | { state: 'unavailable'; reason: Unavailable; message: string }

const HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/** The repository that the content folder is part of, if its history can be told. */
export async function findRepository(contentDir: string): Promise<FoundRepository> {
  const unavailable = (reason: Unavailable, message = ''): FoundRepository => ({
    state: 'unavailable',
    reason,
    message,
  })
  try {
    const where = await askGit(contentDir, [
      ...['rev-parse', '--is-inside-work-tree', '--is-shallow-repository', '--absolute-git-dir'],
    ])
    const [inside, shallow, ...gitDir] = where.split('\n')
    if (inside !== 'true') return unavailable('no repository')
    if (shallow !== 'false') return unavailable('shallow')
    const head = await headOf(contentDir)
    if (head === undefined) return unavailable('no commits')
    return {
      state: 'found',
      prefix: (await askGit(contentDir, ['rev-parse', '--show-prefix'])).normalize('NFC'),
      head,
      branch: await quietly(contentDir, ['symbolic-ref', '-q', '--short', 'HEAD']),
      gitDir: gitDir.join('\n'),
    }
  } catch (error) {
    if (!(error instanceof GitError)) throw error
    if (error.failure === 'missing') return unavailable('no git', error.message)
    const none = /not a git repository/i.test(error.message)
    return unavailable(none ? 'no repository' : 'failed', error.message)
  }
}

async function headOf(folder: string): Promise<string | undefined> {
  const head = await quietly(folder, ['rev-parse', '-q', '--verify', 'HEAD^{commit}'])
  return head !== undefined && HASH.test(head) ? head : undefined
}

/** What git says; undefined when it says no. */
async function quietly(folder: string, args: string[]): Promise<string | undefined> {
  try {
    return await askGit(folder, args)
  } catch (error) {
    if (error instanceof GitError && error.code === 1) return undefined
    throw error
  }
}
