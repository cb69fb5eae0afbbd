import * as z from 'zod'
import { pathOf } from '@/lib/content/file-kind'
import type { IndexStatus } from '../index-status'
import type { Statements } from '../statements'
import { seen } from '../visibility'
import { readChanges } from '../write/changes'
import { countProblems, readProblems } from '../write/problems'

export type ArchiveStatus = IndexStatus & {
  /** The version of the code that wrote the archive. */
  version: number
  sqliteVersion: string
}

/** Enough for a person to fix; the counts say how many there are. */
const MAX_PROBLEMS = 500

const counts = z.object({
  visible: z.number(),
  scheduled: z.number(),
  expired: z.number(),
  drafts: z.number(),
  withdrawn: z.number(),
})
const others = z.object({
  pages: z.number(),
  images: z.number(),
  sqliteVersion: z.string(),
  version: z.number(),
})

const refused = z.object({ dir: z.string(), name: z.string() })
const REFUSED = 'SELECT dir, name FROM files WHERE refused = 1 ORDER BY dir, name'

/** What the archive knows of its own state. */
export function readStatus(rows: Statements, now: Date): Omit<ArchiveStatus, 'failure'> {
  const articles = rows.one(
    counts,
    `SELECT count(*) FILTER (WHERE ${seen.articles('a')}) AS visible,
       count(*) FILTER (WHERE listed = 1 AND due > :now) AS scheduled,
       count(*) FILTER (WHERE listed = 1 AND due <= :now AND expires <= :now) AS expired,
       count(*) FILTER (WHERE draft = 1) AS drafts,
       count(*) FILTER (WHERE withdrawn = 1) AS withdrawn
     FROM articles a`,
    { now: now.getTime() },
  )
  const other = rows.one(
    others,
    `SELECT (SELECT count(*) FROM pages) AS pages, (SELECT count(*) FROM media) AS images,
       sqlite_version() AS sqliteVersion, (SELECT user_version FROM pragma_user_version) AS version`,
  )
  if (articles === undefined || other === undefined) throw new Error('SQLite gave no counts')
  return {
    ...other,
    articles,
    ...countProblems(rows),
    problems: readProblems(rows, MAX_PROBLEMS),
    refused: rows.all(refused, REFUSED).map(pathOf),
    changes: readChanges(rows),
  }
}
