import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'
import { withinTime } from '@/lib/threads/within-time'
import { DRAWING, drawVariant, type Order } from './draw-variant'
import { drawInTurn } from './drawing-queue'

/** Twenty thousand pictures in the sizes that readers request; the least recently requested are deleted first. */
const MAX_BYTES = 4 * 1024 ** 3

/**
 * The longest that a request waits: browsers show a refused picture as broken, and proxies give up after a minute. After
 * that the answer says to come back, while the drawing continues. Sending the original file instead is not an option: it
 * says where the picture was taken.
 */
const WAIT_MS = 30_000

/** Drawing the whole picture takes as long as this many smaller ones, because it is written pixel by pixel. */
const WHOLE = 4

export type Drawn = { state: 'drawn'; path: string } | { state: 'busy' } | { state: 'changed' }

/** Pictures already drawn, in DATA_DIR/images: derived, limited in size, and drawn again if deleted. */
export class Variants {
  readonly #folder: string
  readonly #files: LRUCache<string, number>
  readonly #drawing = new Map<string, Promise<Drawn>>()
  readonly #waitMs: number
  #known: Promise<void> | undefined

  constructor(
    dataDir: string,
    private readonly draw: (order: Order) => Promise<Buffer | undefined> = drawVariant,
    { maxBytes = MAX_BYTES, waitMs = WAIT_MS }: { maxBytes?: number; waitMs?: number } = {},
  ) {
    this.#waitMs = waitMs
    this.#folder = path.join(dataDir, 'images', String(DRAWING))
    this.#files = new LRUCache<string, number>({
      maxSize: maxBytes,
      sizeCalculation: (bytes) => Math.max(1, bytes),
      dispose: (_, name, reason) => {
        if (reason === 'evict') void rm(path.join(this.#folder, name), { force: true })
      },
    })
  }

  /** The file of a variant, drawn if it doesn't exist: once, however many requests wait for it. */
  async find(order: Order): Promise<Drawn> {
    this.#known ??= this.#readKnown()
    await this.#known
    const name = nameOf(order)
    if (this.#files.get(name) !== undefined) {
      const file = path.join(this.#folder, name)
      if (await isThere(file)) return { state: 'drawn', path: file }
      this.#files.delete(name)
    }
    const drawing = this.#drawing.get(name) ?? this.#begin(name, order)
    const drawn = drawing && (await withinTime(drawing, this.#waitMs))
    return drawn?.value ?? { state: 'busy' }
  }

  #begin(name: string, order: Order): Promise<Drawn> | undefined {
    const pixels = order.width === undefined ? order.pixels * WHOLE : order.pixels
    const drawing = drawInTurn(pixels, () => this.#make(name, order))?.finally(() =>
      this.#drawing.delete(name),
    )
    if (drawing !== undefined) this.#drawing.set(name, drawing)
    return drawing
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

  /**
   * Lists what an earlier run of the server left, the oldest first, and deletes what another version drew and unfinished
   * files.
   */
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

/** At most two thousand files in a folder, if there are half a million. */
const nameOf = ({ hash, width, kind }: Order) =>
  path.join(hash.slice(0, 2), `${hash}-${width ?? 'full'}.${kind}`)

async function isThere(file: string): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined)
  return stats?.isFile() ?? false
}
