import * as z from 'zod'
import type { Statements } from '@/lib/archive/statements'
import { slugFromPath } from '@/lib/article/slug'
import type { ArticleChange } from '../follow-files'

export type StoredCommit = { pos: number; hash: string; time: number; subject: string }

const id = z.object({ id: z.number() })
const known = z.object({ pos: z.number() })
const concerned = z.object({ path: z.string() })
const affected = z.object({ file: z.number() })
const version = z.object({ path: z.string(), blob: z.string().nullable() })

/** Stores what a commit did. Returns the paths of the articles that it changed. */
export function storeCommit(
  rows: Statements,
  commit: StoredCommit,
  changes: readonly ArticleChange[],
): string[] {
  if (changes.length === 0) return []
  rows.run(
    'INSERT INTO commits (pos, hash, time, subject) VALUES (:pos, :hash, :time, :subject)',
    commit,
  )
  // Frees all paths before it takes any, since a commit may swap two files.
  const leaving = changes.map((change) => leave(rows, commit.pos, change))
  return changes.flatMap((change, index) => {
    if (change.kind === 'removed') return [change.path]
    settle(rows, commit.pos, change, leaving[index])
    return change.kind === 'moved' ? [change.from, change.path] : [change.path]
  })
}

/** The article that leaves its path, if there is one. */
function leave(rows: Statements, pos: number, change: ArticleChange): number | undefined {
  if (change.kind === 'changed' || change.kind === 'added') return undefined
  const path = change.kind === 'moved' ? change.from : change.path
  const file = rows.one(id, 'SELECT id FROM files WHERE path = :path', { path })?.id
  if (file === undefined) return undefined
  rows.run('UPDATE files SET path = NULL WHERE id = :file', { file })
  if (change.kind === 'removed') rows.run(STORE_VERSION, { file, pos, path, blob: null })
  return file
}

function settle(
  rows: Statements,
  pos: number,
  { path, blob }: Exclude<ArticleChange, { kind: 'removed' }>,
  moved: number | undefined,
): void {
  const file = fileAt(rows, path, moved)
  rows.run(STORE_VERSION, { file, pos, path, blob })
  rows.run(
    `INSERT OR IGNORE INTO pending (file)
     SELECT :file WHERE EXISTS (SELECT 1 FROM versions WHERE file = :file AND pos < :pos)`,
    { file, pos },
  )
}

/** The article that moved to this path, has it already, or was removed and is back; otherwise a new one. */
function fileAt(rows: Statements, path: string, moved: number | undefined): number {
  if (moved === undefined) {
    const standing = rows.one(id, 'SELECT id FROM files WHERE path = :path', { path })
    if (standing) return standing.id
  }
  const slug = slugFromPath(path)
  const file = moved ?? rows.one(id, REMOVED, { slug })?.id
  if (file === undefined) {
    return rows.run('INSERT INTO files (path, slug) VALUES (:path, :slug)', { path, slug }).id
  }
  rows.run('UPDATE files SET path = :path, slug = :slug WHERE id = :file', { file, path, slug })
  return file
}

const REMOVED = 'SELECT id FROM files WHERE path IS NULL AND slug = :slug ORDER BY id DESC LIMIT 1'

const STORE_VERSION = `INSERT OR REPLACE INTO versions (file, pos, path, blob)
  VALUES (:file, :pos, :path, :blob)`

/** The position of a commit on the line, if it changed an article. */
export function findPosition(rows: Statements, hash: string): number | undefined {
  return rows.one(known, 'SELECT pos FROM commits WHERE hash = :hash', { hash })?.pos
}

/** Removes all commits after a position. Returns the paths of the articles concerned. */
export function forgetAfter(rows: Statements, pos: number): string[] {
  const files = rows.all(affected, 'SELECT DISTINCT file FROM versions WHERE pos > :pos', { pos })
  const paths = rows.all(concerned, 'SELECT DISTINCT path FROM versions WHERE pos > :pos', { pos })
  rows.run('DELETE FROM versions WHERE pos > :pos', { pos })
  rows.run('DELETE FROM commits WHERE pos > :pos', { pos })
  for (const { file } of files) rows.run('UPDATE files SET path = NULL WHERE id = :file', { file })
  for (const { file } of files) {
    const last = rows.one(
      version,
      'SELECT path, blob FROM versions WHERE file = :file ORDER BY pos DESC LIMIT 1',
      { file },
    )
    rows.run('DELETE FROM updates WHERE file = :file', { file })
    if (last === undefined) {
      rows.run('DELETE FROM files WHERE id = :file', { file })
      rows.run('DELETE FROM pending WHERE file = :file', { file })
      continue
    }
    rows.run('UPDATE files SET path = :path, slug = :slug WHERE id = :file', {
      file,
      path: last.blob === null ? null : last.path,
      slug: slugFromPath(last.path),
    })
    rows.run('INSERT OR IGNORE INTO pending (file) VALUES (:file)', { file })
  }
  return paths.map(({ path }) => path)
}
