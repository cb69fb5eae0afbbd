import * as z from 'zod'
import { type ListName, listName } from '@/lib/article/lists'
import { byLanguage } from '@/lib/article/translation'
import type { Statements } from '../statements'
import { FRONT_LIST } from './list-rows'
import { readStoredSite } from './store-site'

/** An article of a story that exists in several languages, in one of its lists. */
export type StoryEntry = {
  id: number
  slug: string
  lang: string
  isOriginal: boolean
  due: number
  expires: number
}

/**
 * Until when each entry of one story stands in a list (`expires`, by article id): until another that is to be shown in its
 * place falls due. One that goes sooner than this one takes no place.
 */
export function entriesUntil(entries: readonly StoryEntry[], lang: string): Map<number, number> {
  const compare = byLanguage(lang)
  const ordered = entries.toSorted(
    (a, b) => compare(a, b) || a.due - b.due || (a.slug < b.slug ? -1 : 1),
  )
  return new Map(
    ordered.map((entry, i) => {
      const instead = ordered.slice(0, i).filter(({ expires }) => expires >= entry.expires)
      return [entry.id, Math.min(entry.expires, ...instead.map(({ due }) => due))]
    }),
  )
}

const entry = z.object({
  list: z.number(),
  id: z.number(),
  slug: z.string(),
  lang: z.string(),
  isOriginal: z.number().transform((is) => is === 1),
  due: z.number(),
  expires: z.number(),
  until: z.number(),
})

/** The ids of the articles that are one story with this original, itself among them. */
export const MEMBERS = `SELECT id FROM articles WHERE slug = :original
  UNION SELECT article FROM translations WHERE original = :original`

const ENTRIES = `SELECT e.list, a.id, a.slug, a.lang, a.slug = :original AS isOriginal, a.due, a.expires, e.expires AS until
  FROM articles a JOIN entries e ON e.article = a.id WHERE a.id IN (${MEMBERS}) ORDER BY e.list`

/** Lets each list show the story of this original once. */
export function storeEntriesUntil(rows: Statements, original: string): void {
  const { lang } = readStoredSite(rows)
  const all = rows.all(entry, ENTRIES, { original })
  for (const list of new Set(all.map((each) => each.list))) {
    const entries = all.filter((each) => each.list === list)
    const until = entriesUntil(entries, lang)
    for (const { id, expires, until: before } of entries) {
      const now = until.get(id) ?? expires
      if (now !== before) rows.run(STORE, { list, id, until: now })
    }
  }
}

const STORE = 'UPDATE entries SET expires = :until WHERE article = :id AND list = :list'

const originals = z.object({ original: z.string() })

/** The same for every story of a new archive. */
export function storeAllEntriesUntil(rows: Statements): void {
  const all = rows.all(originals, 'SELECT DISTINCT original FROM translations')
  for (const { original } of all) storeEntriesUntil(rows, original)
}

/** The lists of the articles that tell the same story as this one in other languages. */
export const listsOfStory = (rows: Statements, original: string, id: number): ListName[] =>
  rows.all(listName, LISTS, { original, id })

const LISTS = `SELECT DISTINCT kind, slug, name FROM entries JOIN lists ON lists.id = entries.list
  WHERE entries.article IN (${MEMBERS}) AND entries.article <> :id AND lists.id <> ${FRONT_LIST}`
