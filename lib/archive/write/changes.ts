import * as z from 'zod'
import type { FileChange } from '../index-status'
import type { Statements } from '../statements'

/** Enough to show what the last few pushes did. */
const KEPT = 100

type Paths = { added: string[]; changed: string[]; removed: string[] }

/** Records changes to files. Call it inside the transaction that makes them. */
export function storeChanges(rows: Statements, update: Paths, now: Date): void {
  const at = now.getTime()
  for (const kind of ['added', 'changed', 'removed'] as const) {
    for (const path of update[kind].slice(-KEPT)) {
      rows.run('INSERT INTO changes (at, path, kind) VALUES (:at, :path, :kind)', {
        at,
        path,
        kind,
      })
    }
  }
  rows.run(
    `DELETE FROM changes WHERE id <= (SELECT id FROM changes ORDER BY id DESC LIMIT 1 OFFSET ${KEPT})`,
  )
}

const stored = z.object({
  at: z.number().transform((ms) => new Date(ms)),
  path: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
})

/** The latest changes, newest first. */
export function readChanges(rows: Statements): FileChange[] {
  return rows.all(stored, 'SELECT at, path, kind FROM changes ORDER BY id DESC')
}
