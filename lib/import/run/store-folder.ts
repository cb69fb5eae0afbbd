import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import {
  type Fate,
  fateOf,
  formatManifest,
  manifestLine,
  parseManifest,
  type Written,
} from './manifest'

/** Where the import keeps its own files: the site, content:check and git's readers pass over a hidden folder. */
export const OWN_FOLDER = '.import'
const MANIFEST = `${OWN_FOLDER}/manifest.jsonl`

/**
 * The content folder that an import writes to, and nothing outside it: every path is checked against where its folder
 * really is, so that neither a name of an export nor a link in the folder leads out.
 */
export class ContentFolder {
  readonly #root: string
  readonly #written: Map<string, Written>
  readonly #safe = new Set<string>()

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true })
    this.#root = realpathSync(folder)
    this.#written = parseManifest(this.read(MANIFEST)?.toString('utf8') ?? '')
  }

  pathOf(id: string): string | undefined {
    return this.#written.get(id)?.path
  }

  /** Paths that earlier runs wrote. */
  get own(): Set<string> {
    return new Set([...this.#written.values()].map((each) => each.path))
  }

  read(below: string): Buffer | undefined {
    try {
      return readFileSync(this.#inside(below))
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  /** Writes a file of an import unless a person has changed or deleted it since the last run. */
  store(id: string, below: string, bytes: Uint8Array): Fate {
    const before = this.#written.get(id)
    const known = before?.path === below ? before : undefined
    const wanted = hashOf(bytes)
    const now = this.read(below)
    const fate = fateOf(known, now && hashOf(now), wanted)
    if (fate === 'new' || fate === 'updated') this.write(below, bytes)
    if (fate === 'new' || fate === 'updated' || (fate === 'unchanged' && known?.hash !== wanted))
      this.#note({ id, path: below, hash: wanted })
    return fate
  }

  /** Writes a file whole or not at all. */
  write(below: string, bytes: Uint8Array | string): void {
    const file = this.#inside(below)
    const parts = `${path.dirname(file)}/.${path.basename(file).slice(0, 40)}.import-${process.pid}`
    try {
      writeFileSync(parts, bytes, { flag: 'wx' })
      renameSync(parts, file)
    } catch (error) {
      rmSync(parts, { force: true })
      throw error
    }
  }

  #note(written: Written): void {
    this.#written.set(written.id, written)
    appendFileSync(this.#inside(MANIFEST), manifestLine(written))
  }

  /** Sorts the notes, so that git shows what changed. */
  finish(): void {
    if (this.#written.size > 0) this.write(MANIFEST, formatManifest(this.#written))
  }

  #inside(below: string): string {
    const file = path.join(this.#root, below)
    const folder = path.dirname(file)
    if (!isBelow(this.#root, file)) throw new Refusal(`${below} is outside the folder.`)
    if (!this.#safe.has(folder)) {
      this.#makeFolder(path.relative(this.#root, folder))
      if (!isBelow(this.#root, `${realpathSync(folder)}/x`))
        throw new Refusal(`${path.dirname(below)} is a link out of the folder: put a folder there.`)
      this.#safe.add(folder)
    }
    const there = lstatSync(file, { throwIfNoEntry: false })
    if (there && !there.isFile()) throw new Refusal(`${below} isn't a regular file: move it away.`)
    return file
  }

  /** One folder at a time, so that none is made behind a link. */
  #makeFolder(below: string): void {
    let at = this.#root
    for (const name of below.split(path.sep).filter((each) => each !== '')) {
      at = path.join(at, name)
      if (!existsSync(at)) mkdirSync(at)
      if (!isBelow(this.#root, `${realpathSync(at)}/x`))
        throw new Refusal(
          `${path.relative(this.#root, at)} is a link out of the folder: put a folder there.`,
        )
    }
  }
}

const isBelow = (root: string, file: string) => file.startsWith(root + path.sep)

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32)
