import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { type Publication, publication } from '../publication'

/** As many as a busy newsroom pushes in a day or two. */
const KEPT_PUBLICATIONS = 50
/** A publication with more problems than a page can list still has their number in its answer. */
const KEPT_PROBLEMS = 100
/** Months of deliveries: replaying an older one pulls only what was pulled already. */
const KEPT_DELIVERIES = 10_000

const kept = z.object({ publications: z.array(publication), deliveries: z.array(z.string()) })

/** The latest publications and the accepted deliveries, in DATA_DIR/publications.json. */
export class Publications {
  readonly #file: string
  #kept: z.output<typeof kept>

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'publications.json')
    this.#kept = readKept(this.#file)
  }

  /** Newest first. */
  get last(): readonly Publication[] {
    return this.#kept.publications
  }

  /** Accepts a delivery unless one of its names was accepted before; returns whether it did. */
  accept(names: readonly string[]): boolean {
    const known = new Set(this.#kept.deliveries)
    if (names.some((name) => known.has(name))) return false
    this.#store({ deliveries: [...names, ...this.#kept.deliveries].slice(0, KEPT_DELIVERIES) })
    return true
  }

  /** Allows these names again: their publication failed. */
  forget(names: readonly string[]): void {
    const deliveries = this.#kept.deliveries.filter((name) => !names.includes(name))
    this.#store({ deliveries })
  }

  add(published: Publication): void {
    const { errors } = published
    const shown = { ...published, errors: errors.slice(0, KEPT_PROBLEMS) }
    const publications = [shown, ...this.#kept.publications].slice(0, KEPT_PUBLICATIONS)
    this.#store({ publications })
  }

  #store(changed: Partial<z.output<typeof kept>>): void {
    this.#kept = { ...this.#kept, ...changed }
    mkdirSync(path.dirname(this.#file), { recursive: true })
    const temporary = `${this.#file}.${process.pid}.tmp`
    writeFileSync(temporary, JSON.stringify(this.#kept))
    renameSync(temporary, this.#file)
  }
}

/** Only a memory: a missing or garbled file is replaced by an empty one. */
function readKept(file: string): z.output<typeof kept> {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { publications: [], deliveries: [] }
  }
}
