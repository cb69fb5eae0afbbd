import * as z from 'zod'
import type { ListName } from '@/lib/article/lists'
import type { Statements } from '../statements'
import { storeListWords } from './list-words'

const stored = z.object({ id: z.number(), name: z.string() })

/** The ids of lists, cached while one batch is written: most articles share theirs. */
export class ListIds {
  readonly #kept = new Map<string, { id: number; name: string }>()

  constructor(private readonly rows: Statements) {}

  /** The list's id; the list is created if it doesn't exist. The latest spelling becomes its name. */
  idOf({ kind, slug, name }: ListName): number {
    const key = `${kind}:${slug}`
    const kept = this.#kept.get(key) ?? this.#find(kind, slug)
    if (kept === undefined) {
      const { id } = this.rows.run(
        'INSERT INTO lists (kind, slug, name) VALUES (:kind, :slug, :name)',
        { kind, slug, name },
      )
      this.#kept.set(key, { id, name })
      storeListWords(this.rows, { id, kind, slug, name })
      return id
    }
    if (kept.name !== name) {
      this.rows.run('UPDATE lists SET name = :name WHERE id = :id', { id: kept.id, name })
      storeListWords(this.rows, { id: kept.id, kind, slug, name })
    }
    this.#kept.set(key, { id: kept.id, name })
    return kept.id
  }

  #find(kind: string, slug: string) {
    return this.rows.one(stored, 'SELECT id, name FROM lists WHERE kind = :kind AND slug = :slug', {
      kind,
      slug,
    })
  }
}
