import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { DRAWING, drawVariant, type Order } from './draw-variant'
import { Turns } from './turns'

/** Twenty thousand pictures in the sizes that are asked for; what was asked for least goes first. */
const MAX_BYTES = 4 * 1024 ** 3

export type Drawn = { state: 'drawn'; path: string } | { state: 'busy' } | { state: 'changed' }

/** What was drawn before, in DATA_DIR/images: derived, bounded, and made again if it is gone. */
export class Variants {
  readonly #folder: string
  readonly #files: LRUCache<string, number>
  readonly #turns = new Turns<Drawn>()
  #known: Promise<void> | undefined

  constructor(
    dataDir: string,
    private readonly draw: (order: Order) => Promise<Buffer | undefined> = drawVariant,
    maxBytes = MAX_BYTES,
  ) {
    this.#folder = path.join(dataDir, 'images', String(DRAWING))
    this.#files = new LRUCache<string, number>({
      maxSize: maxBytes,
      sizeCalculation: (bytes) => Math.max(1, bytes),
      dispose: (_, name, reason) => {
        if (reason === 'evict') void rm(path.join(this.#folder, name), { force: true })
      },
    })
  }

  /** The file of a variant, drawn now if nobody asked for it before: once, however many wait. */
  async find(order: Order): Promise<Drawn> {
    this.#known ??= this.#readKnown()
    await this.#known
    const name = nameOf(order)
    if (this.#files.get(name) !== undefined) {
      const file = path.join(this.#folder, name)
      if (await isThere(file)) return { state: 'drawn', path: file }
      this.#files.delete(name)
    }
    return (await this.#turns.take(name, () => this.#make(name, order))) ?? { state: 'busy' }
  }

  async #make(name: string, order: Order): Promise<Drawn> {
    const bytes = await this.draw(order)
    if (bytes === undefined) return { state: 'changed' }
    const file = path.join(this.#folder, name)
    const temporary = `${file}.${process.pid}.tmp`
    await mkdir(path.dirname(file), { recursive: true })
    try {
      await writeFile(temporary, bytes)
      await rename(temporary, file)
    } finally {
      await rm(temporary, { force: true })
    }
    this.#files.set(name, bytes.length)
    return { state: 'drawn', path: file }
  }

  /** What an earlier run of the server left, the oldest first; what another version drew, or half of a file, goes. */
  async #readKnown(): Promise<void> {
    const parent = path.dirname(this.#folder)
    for (const version of await readdir(parent).catch(() => [])) {
      if (version !== String(DRAWING)) await rm(path.join(parent, version), { recursive: true })
    }
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true }).catch(
      () => [],
    )
    const files: { name: string; bytes: number; time: number }[] = []
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = path.join(entry.parentPath, entry.name)
      if (entry.name.endsWith('.tmp')) await rm(file, { force: true })
      const stats = await stat(file).catch(() => undefined)
      const name = path.relative(this.#folder, file)
      if (stats) files.push({ name, bytes: stats.size, time: stats.mtimeMs })
    }
    for (const { name, bytes } of files.sort((a, b) => a.time - b.time)) {
      this.#files.set(name, bytes)
    }
  }
}

/** Two thousand files to a folder at most, where there are half a million. */
const nameOf = ({ hash, width, kind }: Order) =>
  path.join(hash.slice(0, 2), `${hash}-${width ?? 'full'}.${kind}`)

async function isThere(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined)
  return stats?.isFile() ?? false
}
