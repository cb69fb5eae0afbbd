import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'
import { pathOf } from '@/lib/content/file-kind'

/** An editor's save causes several events; a checkout causes thousands. */
const DEBOUNCE_MS = 40

/** Well below the number of watches that Linux allows a user; with more folders only the rescan finds changes. */
const MAX_FOLDERS = 4_000

/** With more files than this the whole folder is scanned anyway. */
const MAX_HINTS = 200

/**
 * Watches folders for hints of what changed, and in which files. One watch per folder: Node's recursive watch takes one per
 * file on Linux. Folders that can't be watched (a network share, too many watches) are left to the rescan.
 */
export class FolderWatch {
  readonly #watches = new Map<string, FSWatcher>()
  #hinted = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly root: string,
    private readonly onHint: (paths: ReadonlySet<string>) => void,
  ) {}

  /** Watches exactly these folders below the root. */
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
      const watcher = watch(path.join(this.root, dir), { persistent: false }, (_, name) =>
        this.#hint(dir, name),
      )
      watcher.on('error', () => this.#drop(dir))
      this.#watches.set(dir, watcher)
    } catch {
      // The rescan finds changes here too.
    }
  }

  #drop(dir: string): void {
    this.#watches.get(dir)?.close()
    this.#watches.delete(dir)
  }

  #hint(dir: string, name: string | null): void {
    if (name !== null && this.#hinted.size < MAX_HINTS) this.#hinted.add(pathOf({ dir, name }))
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      const hinted = this.#hinted
      this.#hinted = new Set()
      this.onHint(hinted)
    }, DEBOUNCE_MS)
  }
}
