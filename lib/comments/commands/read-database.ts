import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import * as z from 'zod'
import { integrityFault } from '../store/sqlite/whole-file'

/** The server's migrations wait no longer than this; in milliseconds. */
const LOCK_WAIT = 8000

export type DatabaseFacts = { schema: string[]; comments: number; reports: number }

const names = z.array(z.object({ name: z.string() }))
const counted = z.object({ count: z.number() })

/** Reads a comments file without changing it, even beside a running server. */
export function withDatabase<T>(file: string, use: (database: DatabaseSyncInstance) => T): T {
  const database = new DatabaseSync(file, { readOnly: true, timeout: LOCK_WAIT })
  try {
    return use(database)
  } finally {
    database.close()
  }
}

/** What a comments file holds. Throws when it is damaged or isn't a database. */
export function readDatabase(file: string): DatabaseFacts {
  return withDatabase(file, (database) => {
    const fault = integrityFault(database)
    if (fault !== undefined) throw new Error(`${file} is damaged: ${fault}`)
    const all = (sql: string) => names.parse(database.prepare(sql).all()).map(({ name }) => name)
    const tables = all("select name from sqlite_schema where type = 'table'")
    const count = (table: string) => {
      if (!tables.includes(table)) return 0
      return counted.parse(database.prepare(`select count(*) as count from ${table}`).get()).count
    }
    return {
      schema: tables.includes('kysely_migration')
        ? all('select name from kysely_migration order by name')
        : [],
      comments: count('comments'),
      reports: count('mistake_reports'),
    }
  })
}
