import { Rerun } from '@/lib/threads/rerun'
import type { ArchiveWriter } from './archive-writer'
import type { UpdateResult } from './update-archive'

/** Files that are still being written are read again after this pause. */
const AGAIN_MS = 100

/** The most updates in a row when each one asks for another because files keep changing. The next rescan continues. */
const MAX_ROUNDS = 50

/**
 * Runs the updates of an archive one after another. An update requested during another one runs after it, since the running
 * one may have passed the changed file already.
 */
export class UpdateQueue {
  #hinted = new Set<string>()
  #asked = 0
  #stopped = false
  readonly #updates = new Rerun(() => this.#settle())
  readonly #checks = new Rerun(() => this.#checkTexts())

  constructor(
    private readonly writer: ArchiveWriter,
    private readonly wait: (ms: number) => Promise<void>,
  ) {}

  /** Does the same, but first updates these files, which have reportedly changed. */
  refreshHinted(paths: Iterable<string>): Promise<UpdateResult> {
    for (const each of paths) this.#hinted.add(each)
    return this.refresh()
  }

  /** Resolves when the archive holds everything that is in the folder now, with what changed. */
  refresh(): Promise<UpdateResult> {
    this.#asked++
    const update = this.#updates.run()
    const over = () => {
      this.#asked--
      void this.#checks.run()
    }
    update.then(over, over)
    return update
  }

  /** No update starts after this call; resolves when the last one is over. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#updates.run().catch(() => undefined)
  }

  /** Checks the remaining texts while no update is waiting. */
  async #checkTexts(): Promise<void> {
    try {
      while (!this.#stopped && this.#asked === 0 && this.writer.checkTexts()) await this.wait(0)
    } catch {
      // The next update finds the broken archive again, and rebuilds it.
    }
  }

  async #settle(): Promise<UpdateResult> {
    if (this.#stopped) throw new Error('The archive is closed')
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
