import type { ArchiveWriter } from './archive-writer'
import type { UpdateResult } from './update-archive'

/** Files that are being written are looked at again this soon. */
const AGAIN_MS = 100

/** An update that must be followed by another, over and over: somebody writes without end. The next rescan goes on. */
const MAX_ROUNDS = 50

type Waiting = { resolve: (result: UpdateResult) => void; reject: (error: unknown) => void }

/**
 * Runs the updates of an archive one after the other. A wish that comes while one runs is met by the next, since
 * the running one may have looked already.
 */
export class UpdateQueue {
  #waiting: Waiting[] = []
  #hinted = new Set<string>()
  #running = false
  #stopped = false

  constructor(
    private readonly writer: ArchiveWriter,
    private readonly wait: (ms: number) => Promise<void>,
  ) {}

  /** The same, and first these files, which are said to have changed. */
  refreshHinted(paths: Iterable<string>): Promise<UpdateResult> {
    for (const each of paths) this.#hinted.add(each)
    return this.refresh()
  }

  /** Resolves when everything that is in the folder now is in the archive, with what had to be changed for it. */
  refresh(): Promise<UpdateResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      void this.#run()
    })
  }

  /** No update begins after this; resolves when the last one is over. */
  async stop(): Promise<void> {
    this.#stopped = true
    while (this.#running) await this.wait(AGAIN_MS / 10)
  }

  async #run(): Promise<void> {
    if (this.#running) return
    this.#running = true
    while (!this.#stopped && (this.#waiting.length > 0 || (await this.#checkMore()))) {
      if (this.#waiting.length === 0) continue
      const waiting = this.#waiting
      this.#waiting = []
      try {
        const result = await this.#settle()
        for (const { resolve } of waiting) resolve(result)
      } catch (error) {
        for (const { reject } of waiting) reject(error)
      }
    }
    this.#running = false
  }

  /** What is left to check, while nobody waits for an update. Returns whether there is more of either. */
  async #checkMore(): Promise<boolean> {
    try {
      const hasMore = this.writer.checkTexts()
      await this.wait(0)
      return hasMore || this.#waiting.length > 0
    } catch {
      // The next update finds a broken archive again, and rebuilds it.
      return false
    }
  }

  async #settle(): Promise<UpdateResult> {
    const hinted = this.#hinted
    this.#hinted = new Set()
    const all = await this.writer.update(hinted.size > 0 ? hinted : undefined)
    if (hinted.size > 0) all.again = true
    for (let round = 1; all.again && round < MAX_ROUNDS && !this.#stopped; round++) {
      if (round > 1 || hinted.size === 0) await this.wait(AGAIN_MS)
      const next = await this.writer.update()
      all.again = next.again
      all.dirs = next.dirs
      for (const kind of ['added', 'changed', 'removed'] as const) {
        all[kind] = [...new Set([...all[kind], ...next[kind]])]
      }
      for (const tag of next.tags) all.tags.add(tag)
    }
    return all
  }
}
