import { z } from 'zod'
import type { Problem } from '@/lib/front-matter/problem'
import type { Statements } from '../rows'
import { SCHEMA_VERSION } from '../schema'
import { seen } from '../visibility'
import { type Change, readChanges } from '../write/changes'
import { countProblems, readProblems } from '../write/problems'

export type ArchiveStatus = {
  /** The commit of the content folder, where git knows one. */
  commit: string | undefined
  /** Why the folder could not be read the last time, if it couldn't. */
  failure: string | undefined

  schemaVersion: number
  sqliteVersion: string
  /** Articles by what readers see of them at this moment. */
  articles: {
    visible: number
    scheduled: number
    expired: number
    drafts: number
    withdrawn: number
  }
  pages: number
  images: number
  errors: number
  warnings: number
  /** Errors first; at most MAX_PROBLEMS of them. */
  problems: Problem[]
  /** The last changes of files, newest first; none from a first index. */
  changes: Change[]
}

/** Enough for a person to mend; the counts tell how many there are. */
const MAX_PROBLEMS = 500

const counts = z.object({
  visible: z.number(),
  scheduled: z.number(),
  expired: z.number(),
  drafts: z.number(),
  withdrawn: z.number(),
})
const others = z.object({ pages: z.number(), images: z.number(), sqliteVersion: z.string() })

/** What the archive itself tells of its state. */
export function readStatus(rows: Statements, now: Date): Omit<ArchiveStatus, 'commit' | 'failure'> {
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
       sqlite_version() AS sqliteVersion`,
  )
  if (articles === undefined || other === undefined) throw new Error('SQLite gave no counts')
  return {
    schemaVersion: SCHEMA_VERSION,
    ...other,
    articles,
    ...countProblems(rows),
    problems: readProblems(rows, MAX_PROBLEMS),
    changes: readChanges(rows),
  }
}
