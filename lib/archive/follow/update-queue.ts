import { Rerun } from '@/lib/threads/rerun'
import type { ArchiveWriter } from './archive-writer'
import type { UpdateResult } from './update-archive'

/** Files that are being written are looked at again this soon. */
const AGAIN_MS = 100

/** An update that must be followed by another, over and over: somebody writes without end. The next rescan goes on. */
const MAX_ROUNDS = 50

/**
 * Runs the updates of an archive one after the other. An update that is asked for while one runs is the next one, since
 * the running one may have looked already.
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

  /** The same, and first these files, which are said to have changed. */
  refreshHinted(paths: Iterable<string>): Promise<UpdateResult> {
    for (const each of paths) this.#hinted.add(each)
    return this.refresh()
  }

  /** Resolves when everything that is in the folder now is in the archive, with what had to be changed for it. */
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

  /** No update begins after this; resolves when the last one is over. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#updates.run().catch(() => undefined)
  }

  /** Checks what is left to check, while no update is asked for. */
  async #checkTexts(): Promise<void> {
    try {
      while (!this.#stopped && this.#asked === 0 && this.writer.checkTexts()) await this.wait(0)
    } catch {
      // The next update finds a broken archive again, and rebuilds it.
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
