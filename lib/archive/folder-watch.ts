import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'

/** One write of an editor makes several events; a checkout thousands. */
const DEBOUNCE_MS = 40

/** Well below the number of watches that Linux gives one user; with more folders the rescan alone tells. */
const MAX_FOLDERS = 4_000

/**
 * Watches folders for a hint that something changed. One watch a folder: Node's recursive watch takes one a file on
 * Linux. A folder that can't be watched (a network share, too many watches) is left to the rescan.
 */
export class FolderWatch {
  readonly #watches = new Map<string, FSWatcher>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly root: string,
    private readonly onHint: () => void,
  ) {}

  /** Watches these folders below the root and no others. */
  follow(dirs: readonly string[]): void {
    const wanted = new Set(dirs.slice(0, MAX_FOLDERS))
    for (const dir of this.#watches.keys()) if (!wanted.has(dir)) this.#drop(dir)
    for (const dir of wanted) if (!this.#watches.has(dir)) this.#add(dir)
  }

  stop(): void {
    clearTimeout(this.#timer)
    for (const dir of [...this.#watches.keys()]) this.#drop(dir)
  }

  #add(dir: string): void {
    try {
      const watcher = watch(path.join(this.root, dir), { persistent: false }, () => this.#hint())
      watcher.on('error', () => this.#drop(dir))
      this.#watches.set(dir, watcher)
    } catch {
      // The rescan looks there all the same.
    }
  }

  #drop(dir: string): void {
    this.#watches.get(dir)?.close()
    this.#watches.delete(dir)
  }

  #hint(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.onHint()
    }, DEBOUNCE_MS)
  }
}
