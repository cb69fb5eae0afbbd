import { existsSync, type FSWatcher, watch } from 'node:fs'
import { ALL, SITE } from '@/lib/archive/cache-tags'
import { type FoundHead, findHead } from '@/lib/git/head'
import { repositoryOf } from '@/lib/git/repository'
import { announceChange, onChange } from '@/lib/running/report'
import { Rerun } from '@/lib/threads/rerun'
import { WorkerClient } from '@/lib/threads/worker-client'
import { CORRECTIONS, HISTORY, historyTag } from './cache-tags'
import { historyFile } from './store/store-database'
import {
  type ReadingOrder,
  type ReadingResult,
  readingResult,
  storedSlugs,
} from './worker-messages'

type Log = {
  info: (fields: object, message: string) => void
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export type HistoryOptions = { contentDir: string; dataDir: string; log: Log }

export type RunningHistory = {
  /** Checks the repository now; resolves when its new commits have been read. */
  refresh(): Promise<void>
  stop(): Promise<void>
}

/** Catches what a file event missed, and works where there are no file events. */
const LOOK_MS = 30_000

/** Git touches several files for one commit. */
const SETTLE_MS = 150

/** A report of more articles than this empties every page that shows a history. */
const MAX_TAGS = 5_000

/** Starts to follow the content folder's repository. The archive must exist already, since its time zone matters. */
export function startHistory(options: HistoryOptions): RunningHistory {
  return new HistoryUpdates(options)
}

class HistoryUpdates implements RunningHistory {
  readonly #stopListening: () => void
  readonly #timer: NodeJS.Timeout
  #hint: NodeJS.Timeout | undefined
  #watch: { gitDir: string; watcher: FSWatcher } | undefined
  #reading: { stop(): Promise<void> } | undefined
  readonly #looks = new Rerun(() => this.#lookSafely())
  #stopped = false
  /** The state at the last reading; nothing is read while it stays the same. */
  #seen: string | undefined

  constructor(private readonly options: HistoryOptions) {
    this.#stopListening = onChange((tags) => this.#hear(tags))
    this.#timer = setInterval(() => void this.refresh(), LOOK_MS)
    this.#timer.unref()
    void this.refresh()
  }

  /** Checks one at a time; requests made meanwhile cause one more check afterwards. */
  refresh(): Promise<void> {
    return this.#stopped ? Promise.resolve() : this.#looks.run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#hint)
    this.#stopListening()
    this.#watch?.watcher.close()
    await this.#reading?.stop()
    await this.#looks.run()
  }

  #hear(tags: readonly string[]): void {
    // A new time zone changes when articles were published.
    if (tags.includes(SITE)) this.#seen = undefined
    if (!tags.some((tag) => tag.startsWith('article:') || tag === SITE || tag === ALL)) return
    announceChange([CORRECTIONS])
    this.#soon()
  }

  #soon(): void {
    clearTimeout(this.#hint)
    if (!this.#stopped) this.#hint = setTimeout(() => void this.refresh(), SETTLE_MS)
  }

  async #lookSafely(): Promise<void> {
    if (this.#stopped) return
    try {
      await this.#look()
    } catch (err) {
      this.#seen = undefined
      this.options.log.error({ err }, 'The history of the articles can’t be read')
    }
  }

  async #look(): Promise<void> {
    const { contentDir, dataDir } = this.options
    const head = await findHead(repositoryOf(contentDir))
    if (head.state === 'found') this.#follow(head.repository.gitDir)
    const seen = JSON.stringify(head)
    if (this.#stopped || (seen === this.#seen && existsSync(historyFile(dataDir)))) return
    this.#seen = seen
    this.#warn(head)
    await this.#read()
  }

  /** Each start reports why git can't be read, even if the last one did too. */
  #warn(head: FoundHead): void {
    if (head.state === 'found' || head.message === '') return
    const { reason, message } = head
    this.options.log.warn({ reason, git: message }, 'The repository of the content can’t be read')
  }

  /** The thread runs only while there is something to read. */
  async #read(): Promise<void> {
    const { contentDir, dataDir } = this.options
    const thread = new WorkerClient<ReadingOrder, ReadingResult, string[]>({
      program: 'history',
      data: { contentDir, dataDir, repository: repositoryOf(contentDir) },
      replies: readingResult,
      events: { schema: storedSlugs, hear: announceStored },
    })
    this.#reading = thread
    try {
      const { state, message, changed } = await thread.ask('read')
      if (!changed) return
      announceChange([CORRECTIONS, HISTORY])
      this.options.log.info({ state, message }, 'The history of the articles')
    } finally {
      this.#reading = undefined
      await thread.stop()
    }
  }

  /** Every commit changes git's folder. The watch is only a hint: it may fail, or miss changes. */
  #follow(gitDir: string): void {
    if (this.#watch?.gitDir === gitDir) return
    this.#watch?.watcher.close()
    this.#watch = undefined
    try {
      const watcher = watch(gitDir, { persistent: false }, () => this.#soon())
      watcher.on('error', () => watcher.close())
      this.#watch = { gitDir, watcher }
    } catch (err) {
      this.options.log.warn({ err }, 'The repository can’t be watched; it is checked every 30 s')
    }
  }
}

function announceStored(slugs: readonly string[]): void {
  announceChange([CORRECTIONS, ...(slugs.length > MAX_TAGS ? [HISTORY] : slugs.map(historyTag))])
}
