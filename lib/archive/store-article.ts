import { z } from 'zod'
import { hashTerm } from '@/lib/article/term-vector'
import type { Shown } from './changed-tags'
import { aliasPath, foldSlug } from './find-clash'
import { type IndexedArticle, type IndexedTexts, indexArticle } from './index-article'
import { FRONT_LIST } from './list-rows'
import type { Statements } from './rows'
import { fieldsColumn } from './stored'
import { NEVER } from './visibility'

const LIST_KIND = z.enum(['tag', 'source', 'author', 'section'])

const stored = z.object({
  id: z.number(),
  slug: z.string(),
  path: z.string(),
  due: z.number(),
  expires: z.number(),
  listed: z.number(),
  summary: z.string(),
  vector: z.instanceof(Uint8Array),
})
const listName = z.object({ kind: LIST_KIND, slug: z.string(), name: z.string() })
const alias = z.object({ path: z.string() })
const id = z.object({ id: z.number() })

export type StoredArticle = Shown & { id: number; path: string; vector: Uint8Array }

const STORED = `SELECT a.id, slug, path, due, expires, listed, summary, v.terms AS vector
  FROM articles a JOIN vectors v ON v.id = a.id`
const TURNED = `${STORED} WHERE a.draft = 0 AND a.id IN (
  SELECT id FROM articles WHERE due > :from AND due <= :to
  UNION SELECT id FROM articles WHERE expires < ${NEVER} AND expires > :from AND expires <= :to)`

/** What the archive holds of one article, by the folded form of its slug or by its file. */
export function findStored(
  rows: Statements,
  by: 'folded' | 'path',
  value: string,
): StoredArticle | undefined {
  const row = rows.one(stored, `${STORED} WHERE ${by} = :value`, { value })
  return row && toStored(rows, row)
}

/** Listed or withdrawn articles that fell due or expired after `from`, until `to`. */
export function findTurned(rows: Statements, from: Date, to: Date): StoredArticle[] {
  const between = { from: from.getTime(), to: to.getTime() }
  return rows.all(stored, TURNED, between).map((row) => toStored(rows, row))
}

function toStored(rows: Statements, row: z.output<typeof stored>): StoredArticle {
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
    aliases: rows
      .all(alias, 'SELECT path FROM aliases WHERE article = :id', { id: row.id })
      .map((each) => each.path),
  }
}

const body = z.object({ fields: fieldsColumn, body: z.string() })

/** Made again from the text: the full-text index doesn't give back what it was given. */
function readTexts(rows: Statements, id: number): IndexedTexts {
  const row = rows.one(body, 'SELECT fields, body FROM bodies WHERE id = :id', { id })
  if (row === undefined) return { title: '', labels: '', body: '' }
  return indexArticle({ ...row.fields, body: row.body }).texts
}

/** Writes an article in place of what `before` holds of it. Returns what pages may show of it now. */
export function storeArticle(
  rows: Statements,
  indexed: IndexedArticle,
  before: StoredArticle | undefined,
): StoredArticle {
  if (before !== undefined) removeParts(rows, before.id)
  const { article, timing, lists, texts, vector } = indexed
  const { body, ...fields } = article
  const summary = JSON.stringify(indexed.summary)
  const articleId = rows.run(before === undefined ? INSERT : UPDATE, {
    due: timing.due,
    expires: timing.expires,
    listed: Number(timing.listed),
    withdrawn: Number(article.withdrawn !== undefined && !article.draft),
    draft: Number(article.draft),
    lead: Number(article.lead),
    tie: hashTerm(article.slug),
    slug: article.slug,
    folded: foldSlug(article.slug),
    path: article.path,
    summary,
    ...(before !== undefined && { id: before.id }),
  }).id
  const id = before?.id ?? articleId
  rows.run('INSERT INTO bodies (id, fields, body) VALUES (:id, :fields, :body)', {
    id,
    fields: JSON.stringify(fields),
    body,
  })
  rows.run('INSERT INTO vectors (id, terms) VALUES (:id, :vector)', { id, vector })
  rows.run('INSERT INTO texts (rowid, title, labels, body) VALUES (:id, :title, :labels, :body)', {
    id,
    ...texts,
  })
  const aliases = article.aliases.map(aliasPath)
  for (const path of aliases) {
    rows.run('INSERT OR REPLACE INTO aliases (path, article) VALUES (:path, :id)', { path, id })
  }
  if (timing.listed) storeEntries(rows, id, indexed)
  const { slug, path } = article
  return { id, slug, path, timing, summary, vector, lists, aliases, texts }
}

function storeEntries(
  rows: Statements,
  article: number,
  { timing, lists, ...indexed }: IndexedArticle,
) {
  const tie = hashTerm(indexed.article.slug)
  const add = (list: number) =>
    rows.run(
      `INSERT INTO entries (list, due, tie, article, expires)
       VALUES (:list, :due, :tie, :article, :expires)`,
      { list, due: timing.due, tie, article, expires: timing.expires },
    )
  add(FRONT_LIST)
  for (const list of lists) {
    // The spelling that was read last names the list.
    const found = rows.one(
      id,
      `INSERT INTO lists (kind, slug, name) VALUES (:kind, :slug, :name)
       ON CONFLICT (kind, slug) DO UPDATE SET name = excluded.name RETURNING id`,
      list,
    )
    if (found !== undefined) add(found.id)
  }
}

export function removeArticle(rows: Statements, article: number): void {
  removeParts(rows, article)
  rows.run('DELETE FROM articles WHERE id = :id', { id: article })
}

function removeParts(rows: Statements, id: number): void {
  for (const sql of PARTS) rows.run(sql, { id })
}

const PARTS = [
  'DELETE FROM bodies WHERE id = :id',
  'DELETE FROM vectors WHERE id = :id',
  'DELETE FROM texts WHERE rowid = :id',
  'DELETE FROM aliases WHERE article = :id',
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
  'slug',
  'folded',
  'path',
  'summary',
]
const INSERT = `INSERT INTO articles (${COLUMNS.join(', ')})
  VALUES (${COLUMNS.map((name) => `:${name}`).join(', ')})`
const UPDATE = `UPDATE articles SET ${COLUMNS.map((name) => `${name} = :${name}`).join(', ')}
  WHERE id = :id`
