import * as z from 'zod'
import { words } from '@/lib/language/words'
import type { Statements } from '../statements'

type List = { id: number; kind: string; slug: string; name: string }

const named = z.object({ name: z.string() })
const list = z.object({ id: z.number(), kind: z.string(), slug: z.string(), name: z.string() })

/** Stores the words that suggest a list while a reader types: those of its name and of its synonyms. */
export function storeListWords(rows: Statements, { id, kind, slug, name }: List): void {
  const synonyms =
    kind === 'tag'
      ? rows.all(named, 'SELECT name FROM tag_names WHERE tag = :slug AND slug <> tag', { slug })
      : []
  const names = [name, ...synonyms.map((synonym) => synonym.name)]
  for (const word of new Set(names.flatMap((each) => words(each)))) {
    rows.run('INSERT OR IGNORE INTO list_words (word, list) VALUES (:word, :id)', { word, id })
  }
}

/** Stores the words of all tags again, because their synonyms have changed. */
export function storeAllTagWords(rows: Statements): void {
  rows.run("DELETE FROM list_words WHERE list IN (SELECT id FROM lists WHERE kind = 'tag')")
  const tags = rows.all(list, "SELECT id, kind, slug, name FROM lists WHERE kind = 'tag'")
  for (const tag of tags) storeListWords(rows, tag)
}
