import { z } from 'zod'
import type { Statements } from '@/lib/archive/statements'

/** Versions of which nobody knows more than their commits; a page that is asked for reads so many by itself. */
export const MAX_UNREAD = 30

/** The page of corrections shows 5,000 changes of words at most; some commits change other things. */
const NEWEST = 10_000

const pending = z.object({ file: z.number(), slug: z.string() })
export type PendingFile = z.output<typeof pending>

/**
 * The files still to be read, some at a time, in the order in which readers miss them: those of the newest changes, for
 * the page of corrections; those of too many versions to be read while somebody waits; all others, whose pages can do
 * without. The caller that takes some has to strike them off before asking for more.
 */
export function* readPending(rows: Statements, limit: number): Generator<PendingFile[]> {
  yield* untilNone(() => rows.all(pending, NEWEST_FIRST, { newest: NEWEST, limit }))
  // Counting every file's versions takes a tenth of a second for 100,000: it is done once.
  const long = rows.all(pending, LONG, { most: MAX_UNREAD })
  for (let from = 0; from < long.length; from += limit) yield long.slice(from, from + limit)
  yield* untilNone(() => rows.all(pending, OTHERS, { limit }))
}

function* untilNone(read: () => PendingFile[]): Generator<PendingFile[]> {
  for (let files = read(); files.length > 0; files = read()) yield files
}

const PENDING = 'SELECT file, slug FROM pending JOIN files ON id = file'
const OTHERS = `${PENDING} ORDER BY file DESC LIMIT :limit`
const NEWEST_FIRST = `${PENDING} WHERE file IN (SELECT file FROM versions ORDER BY pos DESC LIMIT :newest)
  ORDER BY file DESC LIMIT :limit`
const LONG = `${PENDING}
  WHERE EXISTS (SELECT 1 FROM versions v WHERE v.file = pending.file LIMIT 1 OFFSET :most)`
