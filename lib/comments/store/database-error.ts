/** The comments database can't be used at the moment. `code` is SQLite's extended result code or PostgreSQL's SQLSTATE. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  readonly code: number | string
  constructor(message: string, code: number | string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** SQLite's own codes for errors such as CONSTRAINT: the statement is wrong, not the database. */
const SQLITE_BUGS = new Set([1, 17, 18, 19, 20, 21, 25])
export const SQLITE_CORRUPT = 11
/** SQLITE_READONLY_DBMOVED: the file at the path is no longer the one that was opened. */
export const SQLITE_MOVED = 1032
const SQLITE_NOTADB = 26

/** Whether the error means that the database can't be used, rather than that our query is wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false
  if (typeof error.code === 'number') {
    return !SQLITE_BUGS.has(error.code & 255) || error.message.startsWith('no such table')
  }
  // Classes of SQLSTATE: connection, authorisation, no such database, conflict, resources, operator intervention, system;
  // and two single codes: a missing table, and one that we may not use.
  return error.code === '' || /^(08|25|28|3D|40|53|55|57|58|XX|42P01|42501)/.test(error.code)
}

/** Whether the file must be opened again; the new one may hold other comments and an older schema. */
export const isMoved = (error: unknown) =>
  error instanceof DatabaseError && error.code === SQLITE_MOVED

/** The log's words for a database that can't be opened: which one, what is wrong, and what to do. */
export function explainTrouble(error: unknown, where: string): string {
  const code =
    error instanceof DatabaseError && typeof error.code === 'number' ? error.code & 255 : 0
  const message = error instanceof Error ? error.message : String(error)
  if (code === SQLITE_NOTADB || code === SQLITE_CORRUPT) {
    return `The comments database ${where} is damaged (${message}). It was left as it is: put a backup in its place.`
  }
  return `The comments database ${where} can't be used: ${message}`
}
