import * as z from 'zod'
import { LIST_KINDS, listAddress } from '@/lib/article/lists'
import { slugFromPath } from '@/lib/article/slug'
import type { NamedKind } from '@/lib/check/known'
import { type FileKind, fileKind, pathOf } from '@/lib/content/file-kind'
import type { Statements } from './statements'

const file = z.object({ dir: z.string(), name: z.string() })
const list = z.object({ kind: z.enum(LIST_KINDS), slug: z.string() })
const exists = z.object({ found: z.number() })

/** Lists of articles for readers, already due or not, and the tags of tags.yaml. */
const LISTS = `SELECT kind, slug FROM lists WHERE total > 0 AND kind <> 'front'
  UNION SELECT 'tag', slug FROM tag_names`

/** All names of one kind, to suggest the right one for a misspelt one. */
export function readNames(rows: Statements, kind: NamedKind): ReadonlySet<string> {
  if (kind === 'list') return new Set(rows.all(list, LISTS).map(listAddress))
  if (kind === 'image') return new Set(pathsOf(rows, 'media').map((path) => path.normalize('NFC')))
  return new Set(pathsOf(rows, kind).map(slugFromPath))
}

function pathsOf(rows: Statements, kind: FileKind): string[] {
  const sql = 'SELECT dir, name FROM files ORDER BY dir, name'
  return rows
    .all(file, sql)
    .map(pathOf)
    .filter((path) => fileKind(path) === kind)
}

export function hasList(rows: Statements, address: string): boolean {
  const [, lists = '', slug = ''] = address.split('/')
  const sql = `SELECT EXISTS (SELECT 1 FROM (${LISTS}) WHERE kind = :kind AND slug = :slug) AS found`
  return rows.one(exists, sql, { kind: lists.replace(/s$/, ''), slug })?.found === 1
}

/** Whether any article for readers has a tag. */
export function usesTags(rows: Statements): boolean {
  const sql = "SELECT EXISTS (SELECT 1 FROM lists WHERE kind = 'tag' AND total > 0) AS found"
  return rows.one(exists, sql)?.found === 1
}
