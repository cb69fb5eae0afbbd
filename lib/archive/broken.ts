/** SQLite's result codes that mean "this file is no usable archive": https://www.sqlite.org/rescode.html */
const SHORT_READ = 522
const BROKEN_CODES = new Set([11 /* SQLITE_CORRUPT */, 26 /* SQLITE_NOTADB */])

/** Whether an error of the database says that the archive has to be built again. */
export function isBroken(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== undefined && (code === SHORT_READ || BROKEN_CODES.has(code & 0xff))
}

/** Whether somebody else holds the lock (SQLITE_BUSY, SQLITE_LOCKED): worth another try. */
export function isLocked(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== undefined && [5, 6].includes(code & 0xff)
}

function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code : undefined
}
