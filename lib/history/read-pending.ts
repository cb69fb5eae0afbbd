import { z } from 'zod'
import type { Statements } from '@/lib/archive/rows'

/** Versions of which nobody knows more than their commits; a page that is asked for reads so many by itself. */
export const MAX_UNREAD = 30

/** The page of corrections shows 5,000 changes of words at most; some commits change other things. */
const NEWEST = 10_000

const pending = z.object({ file: z.number(), slug: z.string() })
export type PendingFile = z.output<typeof pending>

/**
 * The files to be read next, in the order in which readers miss them: those of the newest changes, for the page of
 * corrections; those of too many versions to be read while somebody waits; all others, whose pages can do without.
 */
export function readPending(rows: Statements, limit: number): PendingFile[] {
  for (const [sql, values] of ORDER) {
    const files = rows.all(pending, sql, { ...values, limit })
    if (files.length > 0) return files
  }
  return []
}

const PENDING = 'SELECT file, slug FROM pending JOIN files ON id = file'
const ORDER: readonly [string, Record<string, number>][] = [
  [
    `${PENDING} WHERE file IN (SELECT file FROM versions ORDER BY pos DESC LIMIT :newest)
     ORDER BY file DESC LIMIT :limit`,
    { newest: NEWEST },
  ],
  [
    `${PENDING} WHERE EXISTS (SELECT 1 FROM versions v WHERE v.file = pending.file LIMIT 1 OFFSET :most)
     ORDER BY file DESC LIMIT :limit`,
    { most: MAX_UNREAD },
  ],
  [`${PENDING} ORDER BY file DESC LIMIT :limit`, {}],
]
