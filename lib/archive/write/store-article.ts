import * as z from 'zod'
import { listName } from '@/lib/article/lists'
import { addressKey } from '@/lib/article/slug'
import { primaryLanguage } from '@/lib/language/stems/stem'
import { hashTerm } from '@/lib/language/term-hash'
import { type IndexedArticle, type IndexedTexts, indexArticle } from '../follow/index-article'
import type { Statements } from '../statements'
import { bytesColumn, fieldsColumn } from '../stored'
import { NEVER } from '../visibility'
import type { Shown } from './changed-cache-tags'
import { REMOVE_HEADLINE, storeHeadline } from './headlines'
import { listsOfStory, storeEntriesUntil } from './languages-of-story'
import type { ListIds } from './list-ids'
import { FRONT_LIST } from './list-rows'

const stored = z.object({
  id: z.number(),
  slug: z.string(),
  path: z.string(),
  due: z.number(),
  expires: z.number(),
  listed: z.number(),
  summary: z.string(),
  vector: bytesColumn,
})
const alias = z.object({ path: z.string() })
const translated = z.object({ original: z.string() })

export type StoredArticle = Shown & { id: number; path: string; vector: Uint8Array }

const STORED = `SELECT a.id, slug, path, due, expires, listed, summary, v.terms AS vector
  FROM articles a JOIN vectors v ON v.id = a.id`
const TURNED = `${STORED} WHERE a.draft = 0 AND a.id IN (
  SELECT id FROM articles WHERE due > :from AND due <= :to
  UNION SELECT id FROM articles WHERE expires < ${NEVER} AND expires > :from AND expires <= :to)`

/** What the archive holds of one article, found by the folded form of its slug or by its file. */
export function findStored(
  rows: Statements,
  by: 'folded' | 'path',
  value: string,
): StoredArticle | undefined {
  const row = rows.one(stored, `${STORED} WHERE ${by} = :value`, { value })
  return row && toStored(rows, row)
}

/** Listed or withdrawn articles that fell due or expired after `from` and up to `to`. */
export function findTurned(rows: Statements, from: Date, to: Date): StoredArticle[] {
  const between = { from: from.getTime(), to: to.getTime() }
  return rows.all(stored, TURNED, between).map((row) => toStored(rows, row))
}

function toStored(rows: Statements, row: z.output<typeof stored>): StoredArticle {
  const original =
    rows.one(translated, 'SELECT original FROM translations WHERE article = :id', { id: row.id })
      ?.original ?? row.slug
  return {
    id: row.id,
    path: row.path,
    slug: row.slug,
    timing: { due: row.due, expires: row.expires, listed: row.listed === 1 },
    summary: row.summary,
    vector: row.vector,
    texts: readTexts(rows, row.id),
    lists: rows.all(
      listName,
      `SELECT kind, slug, name FROM entries JOIN lists ON lists.id = entries.list
       WHERE entries.article = :id AND lists.id <> ${FRONT_LIST}`,
      { id: row.id },
    ),
    original,
    storyLists: listsOfStory(rows, original, row.id),
    aliases: rows
      .all(alias, 'SELECT path FROM aliases WHERE article = :id', { id: row.id })
      .map((each) => each.path),
  }
}

const body = z.object({ fields: fieldsColumn, body: z.string() })

/** Rebuilt from the text, because the full-text index doesn't return what was put in. */
function readTexts(rows: Statements, id: number): IndexedTexts {
  const row = rows.one(body, 'SELECT fields, body FROM bodies WHERE id = :id', { id })
  if (row === undefined) return { title: '', labels: '', body: '' }
  return indexArticle({ ...row.fields, body: row.body }).texts
}

/** Stores an article in place of `before`. Returns what pages may show of it now. */
export function storeArticle(
  rows: Statements,
  lists: ListIds,
  indexed: IndexedArticle,
  before: StoredArticle | undefined,
): StoredArticle {
  if (before !== undefined) removeParts(rows, before.id)
  const { slug, path, lang, timing, summary, fields, body, texts, vector, aliases } = indexed
  const values = {
    due: timing.due,
    expires: timing.expires,
    listed: Number(timing.listed),
    withdrawn: Number(indexed.withdrawn),
    draft: Number(indexed.draft),
    lead: Number(indexed.lead),
    tie: hashTerm(slug),
    lang,
    slug,
    folded: addressKey(slug),
    path,
    summary,
  }
  const id = before?.id ?? rows.run(INSERT, values).id
  if (before !== undefined) rows.run(UPDATE, { ...values, id })
  rows.run('INSERT INTO bodies (id, fields, body) VALUES (:id, :fields, :body)', {
    id,
    fields,
    body,
  })
  const { translationOf: original } = indexed
  if (original !== undefined) rows.run(INSERT_TRANSLATION, { id, original })
  rows.run(INSERT_LANGUAGE, { lang: primaryLanguage(lang) })
  rows.run('INSERT INTO vectors (id, terms) VALUES (:id, :vector)', { id, vector })
  rows.run(INSERT_TEXTS, { id, ...texts })
  if (timing.listed) storeHeadline(rows, { id, due: timing.due, words: indexed.headline })
  for (const alias of aliases) {
    rows.run(INSERT_ALIAS, { alias, folded: addressKey(alias), id })
  }
  for (const image of indexed.images) {
    rows.run('INSERT INTO shown_images (path, article) VALUES (:image, :id)', { image, id })
  }
  if (timing.listed) {
    for (const list of [FRONT_LIST, ...indexed.lists.map((name) => lists.idOf(name))]) {
      const { due, expires } = timing
      rows.run(INSERT_ENTRY, { list, due, tie: values.tie, article: id, expires })
    }
  }
  const story = original ?? slug
  return {
    ...{ id, slug, path, timing, summary, vector, lists: indexed.lists, aliases, texts },
    original: story,
    storyLists: listsOfStory(rows, story, id),
  }
}

const INSERT_LANGUAGE = 'INSERT OR IGNORE INTO languages (lang) VALUES (:lang)'
const INSERT_TRANSLATION = 'INSERT INTO translations (article, original) VALUES (:id, :original)'
const INSERT_ALIAS =
  'INSERT OR REPLACE INTO aliases (path, folded, article) VALUES (:alias, :folded, :id)'
const INSERT_TEXTS =
  'INSERT INTO texts (rowid, title, labels, body) VALUES (:id, :title, :labels, :body)'
const INSERT_ENTRY = `INSERT INTO entries (list, due, tie, article, expires)
  VALUES (:list, :due, :tie, :article, :expires)`

export function removeArticle(rows: Statements, { id, original }: StoredArticle): void {
  removeParts(rows, id)
  rows.run('DELETE FROM articles WHERE id = :id', { id })
  storeEntriesUntil(rows, original)
}

function removeParts(rows: Statements, id: number): void {
  for (const sql of PARTS) rows.run(sql, { id })
}

const PARTS = [
  'DELETE FROM bodies WHERE id = :id',
  'DELETE FROM vectors WHERE id = :id',
  'DELETE FROM texts WHERE rowid = :id',
  'DELETE FROM shown_images WHERE article = :id',
  REMOVE_HEADLINE,
  'DELETE FROM aliases WHERE article = :id',
  'DELETE FROM translations WHERE article = :id',
  'DELETE FROM entries WHERE article = :id',
]

const COLUMNS = [
  'due',
  'expires',
  'listed',
  'withdrawn',
  'draft',
  'lead',
  'tie',
  'lang',
  'slug',
  'folded',
  'path',
  'summary',
]
const INSERT = `INSERT INTO articles (${COLUMNS.join(', ')})
  VALUES (${COLUMNS.map((name) => `:${name}`).join(', ')})`
const UPDATE = `UPDATE articles SET ${COLUMNS.map((name) => `${name} = :${name}`).join(', ')}
  WHERE id = :id`
