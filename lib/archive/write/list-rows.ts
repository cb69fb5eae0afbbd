import * as z from 'zod'
import type { ListKind } from '@/lib/article/lists'
import type { Statements } from '../statements'
import { NEVER } from '../visibility'

/** The list of all articles. */
export const FRONT_LIST = 1

const count = z.object({ count: z.number() })
const list = z.object({ id: z.number(), name: z.string() })
const moment = z.object({ at: z.number().nullable() })

export function findList(rows: Statements, kind: ListKind, slug: string) {
  return rows.one(list, 'SELECT id, name FROM lists WHERE kind = :kind AND slug = :slug', {
    kind,
    slug,
  })
}

/**
 * How many articles of a list readers see. Takes the few hidden ones, not yet due or expired, off a total that triggers
 * keep: counting 100,000 visible rows would cost more than the page.
 */
export function countList(rows: Statements, id: number, now: Date): number {
  const row = rows.one(
    count,
    `SELECT total
       - (SELECT count(*) FROM entries e WHERE e.list = lists.id AND e.due > :now)
       - (SELECT count(*) FROM entries e WHERE e.list = lists.id AND e.expires < ${NEVER}
            AND e.expires <= :now AND e.due <= :now) AS count
     FROM lists WHERE id = :id`,
    { id, now: now.getTime() },
  )
  return row?.count ?? 0
}

/** The next time at which an article of the list falls due or expires. */
export function nextTurnOfList(rows: Statements, id: number, now: Date): Date | undefined {
  const row = rows.one(
    moment,
    `SELECT min(at) AS at FROM (
       SELECT (SELECT due FROM entries WHERE list = :id AND due > :now ORDER BY due LIMIT 1) AS at
       UNION ALL
       SELECT (SELECT expires FROM entries WHERE list = :id AND expires < ${NEVER}
                 AND expires > :now ORDER BY expires LIMIT 1))`,
    { id, now: now.getTime() },
  )
  return row?.at == null ? undefined : new Date(row.at)
}

/** The next time at which any article falls due or expires. */
export function nextTurnOfAny(rows: Statements, now: Date): Date | undefined {
  const row = rows.one(
    moment,
    `SELECT min(at) AS at FROM (
       SELECT (SELECT due FROM articles WHERE due > :now ORDER BY due LIMIT 1) AS at
       UNION ALL
       SELECT (SELECT expires FROM articles WHERE expires < ${NEVER} AND expires > :now
                 ORDER BY expires LIMIT 1))`,
    { now: now.getTime() },
  )
  return row?.at == null ? undefined : new Date(row.at)
}

const counted = z.object({ name: z.string(), slug: z.string(), count: z.number() })

/** Every list of a kind with at least one visible article, and their number. */
export function countLists(rows: Statements, kind: ListKind, now: Date) {
  return rows.all(
    counted,
    `WITH hidden AS (
       SELECT list, sum(count) AS count FROM (
         SELECT e.list, count(*) AS count FROM articles a CROSS JOIN entries e ON e.article = a.id
           WHERE a.due > :now GROUP BY e.list
         UNION ALL
         SELECT list, count(*) AS count FROM entries
           WHERE expires < ${NEVER} AND expires <= :now AND due <= :now GROUP BY list
       ) GROUP BY list)
     SELECT name, slug, total - ifnull(hidden.count, 0) AS count
     FROM lists LEFT JOIN hidden ON hidden.list = lists.id
     WHERE kind = :kind AND total - ifnull(hidden.count, 0) > 0 ORDER BY slug`,
    { kind, now: now.getTime() },
  )
}
