import * as z from 'zod'
import { vectorLength, vectorTerms } from '@/lib/language/term-vector'
import type { Statements } from '../statements'
import { bytesColumn } from '../stored'

type Counted = { vector: Uint8Array }

/** Counts in how many articles each term appears, updated as vectors are added and removed. */
export class FrequencyChanges {
  readonly #changes = new Map<number, number>()
  #vectors = 0
  #length = 0

  change(before: Counted | undefined, after: Counted | undefined): void {
    if (before !== undefined) this.#count(before.vector, -1)
    if (after !== undefined) this.#count(after.vector, 1)
  }

  #count(vector: Uint8Array, by: number): void {
    this.#vectors += by
    this.#length += by * vectorLength(vector)
    for (const term of vectorTerms(vector)) {
      this.#changes.set(term, (this.#changes.get(term) ?? 0) + by)
    }
  }

  store(rows: Statements): void {
    for (const [term, by] of this.#changes) {
      if (by !== 0) rows.run(CHANGE, { term, by })
    }
    rows.run(ADD_TO_META, { key: 'vectors', by: this.#vectors })
    rows.run(ADD_TO_META, { key: 'vectorLength', by: this.#length })
    this.#changes.clear()
    this.#vectors = 0
    this.#length = 0
  }
}

const ADD_TO_META = `INSERT INTO meta (key, value) VALUES (:key, :by)
  ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + excluded.value`

const CHANGE = `INSERT INTO frequencies (term, articles) VALUES (:term, :by)
  ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles`

const vector = z.object({ id: z.number(), terms: bytesColumn })

/** Vectors read at a time: about a megabyte. */
const PORTION = 1_000

/** Counts all vectors from scratch: after a first index this is ten times quicker than counting along the way. */
export function recountFrequencies(rows: Statements): void {
  const counts = new Map<number, number>()
  let vectors = 0
  let length = 0
  for (let last = 0; ; ) {
    const portion = rows.all(
      vector,
      `SELECT id, terms FROM vectors WHERE id > :last ORDER BY id LIMIT ${PORTION}`,
      { last },
    )
    for (const { id, terms } of portion) {
      last = id
      vectors += 1
      length += vectorLength(terms)
      for (const term of vectorTerms(terms)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    if (portion.length < PORTION) break
  }
  rows.run('DELETE FROM frequencies')
  rows.run("DELETE FROM meta WHERE key IN ('vectors', 'vectorLength')")
  rows.run(ADD_TO_META, { key: 'vectors', by: vectors })
  rows.run(ADD_TO_META, { key: 'vectorLength', by: length })
  for (const term of Uint32Array.from(counts.keys()).sort()) {
    rows.run('INSERT INTO frequencies (term, articles) VALUES (:term, :articles)', {
      term,
      articles: counts.get(term) ?? 0,
    })
  }
}
