import * as z from 'zod'
import { type CheckedText, keptText } from '@/lib/check/checked-text'
import { splitPath } from '@/lib/content/file-kind'
import type { Statements } from './statements'
import { storeProblems } from './write/problems'

const kept = z.object({ text: keptText })
const named = z.object({ path: z.string() })

/** What to check in a file's text against the rest of the content; undefined when there is nothing. */
export function readCheckedText(rows: Statements, path: string): CheckedText | undefined {
  return rows.one(kept, 'SELECT text FROM checked_texts WHERE path = :path', { path })?.text
}

/** `text` is JSON of the form that `keptText` reads. */
export function storeCheckedText(rows: Statements, path: string, text: string): void {
  const sql = 'INSERT OR REPLACE INTO checked_texts (path, text) VALUES (:path, :text)'
  rows.run(sql, { path, text })
}

export function removeCheckedText(rows: Statements, path: string): void {
  rows.run('DELETE FROM checked_texts WHERE path = :path', { path })
  storeTargets(rows, path, new Set())
  storeProblems(rows, 'text', path, [])
}

/**
 * Remembers the targets that the check of a text looked up: when one appears, vanishes or changes, the text is checked
 * again.
 */
export function storeTargets(rows: Statements, path: string, targets: ReadonlySet<string>): void {
  rows.run('DELETE FROM targets WHERE path = :path', { path })
  for (const target of targets) {
    rows.run('INSERT INTO targets (target, path) VALUES (:target, :path)', { target, path })
  }
}

const LEADING = 'SELECT path FROM targets WHERE target = :target'

/** Marks every text that links to one of these targets, to be checked again. */
export function recheckLeadingTo(rows: Statements, targets: Iterable<string>): void {
  for (const target of targets) {
    for (const { path } of rows.all(named, LEADING, { target })) recheck(rows, path)
  }
}

export function recheck(rows: Statements, path: string): void {
  const sql = 'UPDATE files SET recheck = 0 WHERE dir = :dir AND name = :name'
  rows.run(sql, splitPath(path))
}

/** Marks everything that may name a tag, to be checked again, for example after tags.yaml changed. */
export function recheckAll(rows: Statements): void {
  rows.run(`UPDATE files SET recheck = 0
    WHERE EXISTS (SELECT 1 FROM checked_texts WHERE path = dir || '/' || name)`)
  // Its menus may name tags.
  recheck(rows, 'site.yaml')
}
