import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import type { Repository } from './repository'
import { startGit } from './start-git'

/** A git that is silent for this long hangs: on a dead network disk, or on a remote that doesn't answer. */
const SILENCE_MS = 120_000

/** The log and an editor need only a few lines of git's error message. */
const MAX_COMPLAINT = 1_000

export type GitFailure = 'missing' | 'failed'

/** Git could not be started, or ended with an error. */
export class GitError extends Error {
  constructor(
    readonly failure: GitFailure,
    message: string,
    readonly code?: number,
  ) {
    super(message)
  }
}

type Input = { input?: Iterable<string>; protocols?: readonly string[] }

/** Runs git to its end, feeds it `input` and yields its output. Throws a GitError if it fails. */
export async function* runGit(
  repository: Repository,
  args: readonly string[],
  { input = [], protocols }: Input = {},
): AsyncGenerator<Buffer> {
  const git = startGit(repository, args, protocols)
  const ended = endOf(git, repository.workTree)
  feed(git, input).catch((error: unknown) => git.stdout.destroy(asError(error)))
  let timer: NodeJS.Timeout | undefined
  const watch = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const message = `git ${args[0]} said nothing for ${SILENCE_MS / 1000} seconds`
      // Processes that git started may outlive it and keep its output open.
      git.stdout.destroy(new GitError('failed', message))
    }, SILENCE_MS)
  }
  try {
    watch()
    for await (const chunk of git.stdout) {
      watch()
      yield chunk
    }
    await ended
  } finally {
    clearTimeout(timer)
    // Not SIGKILL: git removes its locks before it ends.
    git.kill()
  }
}

/** The whole output of a short git command, as text without the final line end. */
export async function askGit(
  repository: Repository,
  args: readonly string[],
  options?: Input,
): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of runGit(repository, args, options)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').replace(/\n$/, '')
}

/** The same; undefined when git answers no by its exit code. */
export async function askGitIf(
  repository: Repository,
  args: readonly string[],
): Promise<string | undefined> {
  try {
    return await askGit(repository, args)
  } catch (error) {
    if (error instanceof GitError && error.code === 1) return undefined
    throw error
  }
}

function endOf(git: ChildProcessWithoutNullStreams, folder: string): Promise<void> {
  let complaint = ''
  git.stderr.on('data', (chunk) => {
    if (complaint.length < MAX_COMPLAINT) complaint += String(chunk)
  })
  const ended = new Promise<void>((resolve, reject) => {
    git.on('error', (error) => {
      const missing = 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES')
      const message = `git can’t be started in ${folder}: ${error.message}`
      reject(new GitError(missing ? 'missing' : 'failed', message))
    })
    git.on('close', (code, signal) => {
      if (code === 0) return resolve()
      const message = withoutPasswords(complaint) || `git ended with ${code ?? signal}`
      reject(new GitError('failed', message, code ?? -1))
    })
  })
  // A caller that stops reading early doesn't wait for the end.
  ended.catch(() => undefined)
  return ended
}

/** An address may contain a password. */
const withoutPasswords = (complaint: string) =>
  complaint
    .trim()
    .slice(0, MAX_COMPLAINT)
    .replace(/\/\/[^/@\s]+@/g, '//')

async function feed(git: ChildProcessWithoutNullStreams, input: Iterable<string>): Promise<void> {
  // A git that ends early closes its input; its exit status says why.
  git.stdin.on('error', () => undefined)
  const closed = once(git, 'close').catch(() => undefined)
  for (const text of input) {
    if (!git.stdin.writable) return
    if (!git.stdin.write(text)) await Promise.race([once(git.stdin, 'drain'), closed])
  }
  git.stdin.end()
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
