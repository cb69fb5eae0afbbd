import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { programEnvironment } from '@/lib/site/env'

/**
 * Whoever may write into the content folder may also write the configuration of its repository: nothing of what git
 * would run because of it (hooks, file system monitors, pagers, helpers of transports) is in reach. That makes it
 * safe to read a repository of another owner, as in a container.
 */
const SAFE = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['-c', 'safe.directory=*'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'protocol.allow=never'],
]

/** A git that says nothing for so long hangs, on a dead network disk for example. */
const SILENCE_MS = 120_000

/** Of what git says of its failure the log needs a few lines. */
const MAX_COMPLAINT = 2_000

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

export function startGit(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const environment = { ...programEnvironment(), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
  return spawn('git', [...SAFE, ...args], {
    cwd: folder,
    env: { ...environment, GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
    stdio: 'pipe',
    windowsHide: true,
  })
}

/** Runs git to its end, feeding it `input` and handing on what it writes. Throws a GitError if it fails. */
export async function* runGit(
  folder: string,
  args: readonly string[],
  input: Iterable<string> = [],
): AsyncGenerator<Buffer> {
  const git = startGit(folder, args)
  const ended = endOf(git)
  feed(git, input).catch((error: unknown) => git.stdout.destroy(asError(error)))
  let timer: NodeJS.Timeout | undefined
  const watch = () => {
    clearTimeout(timer)
    timer = setTimeout(() => git.kill('SIGKILL'), SILENCE_MS)
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
    git.kill('SIGKILL')
  }
}

/** All that a short-lived git writes, as text without the line end. */
export async function askGit(folder: string, args: readonly string[]): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of runGit(folder, args)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8').replace(/\n$/, '')
}

function endOf(git: ChildProcessWithoutNullStreams): Promise<void> {
  let complaint = ''
  git.stderr.on('data', (chunk) => {
    if (complaint.length < MAX_COMPLAINT) complaint += String(chunk)
  })
  const ended = new Promise<void>((resolve, reject) => {
    git.on('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT'
      reject(new GitError(missing ? 'missing' : 'failed', error.message))
    })
    git.on('close', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new GitError('failed', complaint.trim() || `git ended by ${code ?? signal}`, code ?? -1),
        )
    })
  })
  // Whoever stops reading early doesn't wait for the end.
  ended.catch(() => undefined)
  return ended
}

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
