import { z } from 'zod'
import { vectorTerms } from '@/lib/article/term-vector'
import type { Statements } from './rows'

type Counted = { vector: Uint8Array }

/** In how many articles each term stands, kept by counting vectors as they come and go. */
export class FrequencyChanges {
  readonly #changes = new Map<number, number>()

  change(before: Counted | undefined, after: Counted | undefined): void {
    if (before !== undefined) this.#count(before.vector, -1)
    if (after !== undefined) this.#count(after.vector, 1)
  }

  #count(vector: Uint8Array, by: number): void {
    for (const term of vectorTerms(vector))
      this.#changes.set(term, (this.#changes.get(term) ?? 0) + by)
  }

  store(rows: Statements): void {
    for (const [term, by] of this.#changes) {
      if (by !== 0) rows.run(CHANGE, { term, by })
    }
    this.#changes.clear()
  }
}

const CHANGE = `INSERT INTO frequencies (term, articles) VALUES (:term, :by)
  ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles`

const vector = z.object({ id: z.number(), terms: z.instanceof(Uint8Array) })

/** Vectors read at a time: a megabyte or so. */
const PORTION = 1_000

/** Counts all vectors afresh: after a first index this is ten times quicker than having kept count. */
export function recountFrequencies(rows: Statements): void {
  const counts = new Map<number, number>()
  for (let last = 0; ; ) {
    const portion = rows.all(
      vector,
      `SELECT id, terms FROM vectors WHERE id > :last ORDER BY id LIMIT ${PORTION}`,
      { last },
    )
    for (const { id, terms } of portion) {
      last = id
      for (const term of vectorTerms(terms)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
    if (portion.length < PORTION) break
  }
  rows.run('DELETE FROM frequencies')
  for (const term of Uint32Array.from(counts.keys()).sort()) {
    rows.run('INSERT INTO frequencies (term, articles) VALUES (:term, :articles)', {
      term,
      articles: counts.get(term) ?? 0,
    })
  }
}
