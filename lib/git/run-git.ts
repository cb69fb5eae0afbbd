import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import type { Repository } from './repository'
import { startGit } from './start-git'

/** A git that says nothing for so long hangs: on a dead network disk, or because the remote gives no answer. */
const SILENCE_MS = 120_000

/** Of what git says of its failure the log and an editor need a few lines. */
const MAX_COMPLAINT = 1_000

export type GitFailure = 'missing' | 'failed'

/** Git could not be run, or ended with an error. */
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

/** Runs git to its end, feeding it `input` and handing on what it writes. Throws a GitError if it fails. */
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
      // What git started may outlive it and hold its output open.
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
    // Not SIGKILL: git takes its locks away before it ends.
    git.kill()
  }
}

/** All that a short-lived git writes, as text without the line end. */
export async function askGit(
  repository: Repository,
  args: readonly string[],
  options?: Input,
): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of runGit(repository, args, options)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').replace(/\n$/, '')
}

/** The same; undefined when git says no, by the exit code that it has for that. */
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
      const message = withoutPasswords(complaint) || `git ended by ${code ?? signal}`
      reject(new GitError('failed', message, code ?? -1))
    })
  })
  // A caller that stops reading early doesn't wait for the end.
  ended.catch(() => undefined)
  return ended
}

/** An address may carry a password. */
const withoutPasswords = (complaint: string) =>
  complaint
    .trim()
    .slice(0, MAX_COMPLAINT)
    .replace(/\/\/[^/@\s]+@/g, '//')

async function feed(git: ChildProcessWithoutNullStreams, input: Iterable<string>): Promise<void> {
  // A git that ends early closes its input; why it ended is told by its end.
  git.stdin.on('error', () => undefined)
  const closed = once(git, 'close').catch(() => undefined)
  for (const text of input) {
    if (!git.stdin.writable) return
    if (!git.stdin.write(text)) await Promise.race([once(git.stdin, 'drain'), closed])
  }
  git.stdin.end()
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))
