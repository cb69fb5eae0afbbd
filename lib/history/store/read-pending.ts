import * as z from 'zod'
import type { Statements } from '@/lib/archive/statements'

/** The most unread versions that a requested page reads itself. */
export const MAX_UNREAD = 30

/** The page of corrections shows at most 5,000 changes of words; some commits change other things. */
const NEWEST = 10_000

const pending = z.object({ file: z.number(), slug: z.string() })
export type PendingFile = z.output<typeof pending>

/**
 * The files still to be read, in batches, those that readers miss most first: those with the newest changes, for the page
 * of corrections; then those with too many versions for a page to read itself; then all others, which no page waits for.
 * The caller must remove the files of a batch from `pending` before it asks for the next.
 */
export function* readPending(rows: Statements, limit: number): Generator<PendingFile[]> {
  yield* untilNone(() => rows.all(pending, NEWEST_FIRST, { newest: NEWEST, limit }))
  // Counting every file's versions takes a tenth of a second for 100,000, so this runs only once.
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
