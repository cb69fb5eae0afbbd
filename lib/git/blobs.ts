import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { MAX_FILE_BYTES } from '@/lib/front-matter/decode-text'
import type { Repository } from './repository'
import { GitError } from './run-git'
import { startGit } from './start-git'

/** A disk that takes longer than this for one file isn't worth a reader's wait. */
const TIMEOUT_MS = 10_000

/** The process is ended after this long without a request. */
const IDLE_MS = 60_000

type Asked = {
  blob: string
  resolve: (bytes: Uint8Array | undefined) => void
  reject: (error: Error) => void
}

/** Reads contents by id through one `git cat-file --batch`, which starts at the first request and ends when idle. */
export class GitBlobs {
  #git: ChildProcessWithoutNullStreams | undefined
  #asked: Asked[] = []
  #unsent = ''
  #chunks: Buffer[] = []
  #bytes = 0
  /** The full length of the answer being received, once its first line has said it. */
  #expected: number | undefined
  /** Bytes still to be skipped of a blob that nobody will get. */
  #skip = 0
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly repository: Repository) {}

  /** The content; undefined when the repository no longer has it, or when it is too large for an article. */
  read(blob: string): Promise<Uint8Array | undefined> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ blob, resolve, reject })
      // Requests made together are written together: a write costs more than a request.
      if (this.#unsent === '') queueMicrotask(() => this.#send())
      this.#unsent += `${blob}\n`
      if (this.#asked.length === 1) this.#watch()
    })
  }

  #send(): void {
    const text = this.#unsent
    this.#unsent = ''
    if (this.#asked.length === 0) return
    this.#git ??= this.#start()
    this.#git.stdin.write(text)
  }

  /** Resolves when git has ended: a thread that ends before its git leaves a zombie process. */
  async stop(): Promise<void> {
    const git = this.#git
    this.#fail(new GitError('failed', 'git was stopped'))
    if (git === undefined || git.exitCode !== null || git.signalCode !== null) return
    git.ref()
    await once(git, 'exit')
  }

  #start(): ChildProcessWithoutNullStreams {
    const git = startGit(this.repository, ['cat-file', '--batch'])
    const failed = (message: string) => {
      if (this.#git === git) this.#fail(new GitError('failed', message))
    }
    git.on('error', (error) => failed(error.message))
    git.on('close', (code) => failed(`git cat-file ended with ${code}`))
    git.stdin.on('error', () => undefined)
    git.stderr.resume()
    git.stdout.on('data', (chunk: Buffer) => {
      if (this.#git === git) this.#hear(chunk)
    })
    // A process that waits for requests must not keep the server from ending; its input then closes by itself.
    git.unref()
    for (const stream of [git.stdin, git.stdout, git.stderr]) {
      if ('unref' in stream && typeof stream.unref === 'function') stream.unref()
    }
    return git
  }

  #watch(): void {
    clearTimeout(this.#timer)
    const isBusy = this.#asked.length > 0
    this.#timer = setTimeout(
      () => this.#fail(new GitError('failed', 'git did not answer')),
      isBusy ? TIMEOUT_MS : IDLE_MS,
    )
    if (!isBusy) this.#timer.unref()
  }

  #fail(error: Error): void {
    clearTimeout(this.#timer)
    const asked = this.#asked
    this.#git?.kill('SIGKILL')
    this.#git = undefined
    this.#asked = []
    this.#unsent = ''
    this.#take(this.#bytes)
    this.#expected = undefined
    this.#skip = 0
    for (const { reject } of asked) reject(error)
  }

  #hear(chunk: Buffer): void {
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    for (;;) {
      this.#skip -= this.#take(Math.min(this.#skip, this.#bytes)).length
      if (this.#skip > 0 || this.#asked.length === 0) break
      this.#expected ??= this.#readHead()
      if (this.#expected === undefined || this.#bytes < this.#expected) break
      const answer = this.#take(this.#expected)
      this.#expected = undefined
      this.#asked.shift()?.resolve(contentOf(answer))
    }
    this.#watch()
  }

  /** The length of `<id> blob <size>`, the content and a line end; or of `<id> missing`. */
  #readHead(): number | undefined {
    const all = this.#joined()
    const end = all.indexOf(10)
    if (end === -1) return undefined
    const size = Number(/ blob (\d+)$/.exec(all.toString('latin1', 0, end))?.[1] ?? -1)
    if (size <= MAX_FILE_BYTES) return end + 1 + size + 1
    this.#skip = size + 1
    return end + 1
  }

  #take(bytes: number): Buffer {
    const all = this.#joined()
    this.#chunks = bytes < all.length ? [all.subarray(bytes)] : []
    this.#bytes -= bytes
    return all.subarray(0, bytes)
  }

  #joined(): Buffer {
    if (this.#chunks.length > 1) this.#chunks = [Buffer.concat(this.#chunks)]
    return this.#chunks[0] ?? Buffer.alloc(0)
  }
}

function contentOf(answer: Buffer): Uint8Array | undefined {
  const end = answer.indexOf(10)
  if (answer.length === end + 1) return undefined
  // Copies: the answer is a view of the stream's buffer, and would keep all of it in memory.
  return new Uint8Array(answer.subarray(end + 1, -1))
}
