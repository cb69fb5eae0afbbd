import { createReadStream } from 'node:fs'
import { Parser } from 'htmlparser2'
import { Refusal } from '@/lib/site/refusal'
import type { XmlRecord } from './xml-record'

/** An article of a hundred thousand words with ten thousand comments is smaller; all of it is in memory at once. */
const MAX_RECORD = 64 * 1_048_576
/** Exports are four deep. */
const MAX_DEPTH = 64

type Options = {
  /** How many elements are around a record: an item of RSS is in `rss` and `channel`. */
  depth: number
  /** The name of the outermost element, so that another file is refused at its start. */
  root: string
  /** Elements that aren't needed. */
  skip?: ReadonlySet<string>
}

/**
 * The records of an XML file, one after the other, in memory that doesn't depend on the file's size. Entities that a file
 * declares are never replaced, and nothing outside the file is read. It forgives what old exports get wrong: control
 * characters, text that isn't escaped, an end that is missing.
 */
export async function* readRecords(file: string, options: Options): AsyncGenerator<XmlRecord> {
  const building = new Building(file, options)
  const parser = new Parser(building, { xmlMode: true })
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 262_144 })) {
    building.expect(String(chunk).length)
    parser.write(String(chunk))
    yield* building.take()
  }
  parser.end()
  yield* building.take()
  building.finish()
}

class Building {
  readonly #file: string
  readonly #options: Options
  readonly #open: XmlRecord[] = []
  #depth = 0
  #skipping = 0
  #since = 0
  #isRooted = false
  #done: XmlRecord[] = []

  constructor(file: string, options: Options) {
    this.#file = file
    this.#options = options
  }

  take(): XmlRecord[] {
    const done = this.#done
    this.#done = []
    return done
  }

  expect(characters: number): void {
    this.#since += characters
    if (this.#since <= MAX_RECORD) return
    throw new Refusal(
      `${this.#file} has an entry of more than 64 MB: it isn't an export, or is damaged.`,
    )
  }

  finish(): void {
    if (!this.#isRooted) this.#refuse()
  }

  #refuse(): never {
    throw new Refusal(
      `${this.#file} isn't such an export: it doesn't begin with <${this.#options.root}>.`,
    )
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const { depth, root, skip } = this.#options
    if (this.#depth === 0 && name !== root) this.#refuse()
    this.#isRooted = true
    this.#depth++
    if (this.#depth > MAX_DEPTH)
      throw new Refusal(`${this.#file} is nested more than ${MAX_DEPTH} deep: it isn't an export.`)
    if (this.#skipping > 0 || skip?.has(name)) this.#skipping++
    else if (this.#depth > depth) this.#open.push({ name, attributes, text: '', children: [] })
  }

  ontext(text: string): void {
    const record = this.#open.at(-1)
    if (record && this.#skipping === 0) record.text += text
  }

  onclosetag(): void {
    this.#depth--
    if (this.#skipping > 0) {
      this.#skipping--
      return
    }
    const record = this.#open.pop()
    if (record === undefined) return
    const around = this.#open.at(-1)
    if (around) around.children.push(record)
    else {
      this.#done.push(record)
      this.#since = 0
    }
  }
}
