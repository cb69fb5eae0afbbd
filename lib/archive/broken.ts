/** SQLite's result codes for a file that is no usable archive: https://www.sqlite.org/rescode.html */
const SHORT_READ = 522
const BROKEN_CODES = new Set([11 /* SQLITE_CORRUPT */, 26 /* SQLITE_NOTADB */])

/** The driver omits the code when a statement fails after its first rows; the words are SQLite's own. */
const BROKEN_WORDS = new Set(['database disk image is malformed', 'file is not a database'])

/** Whether a database error means that the archive must be rebuilt. */
export function isBroken(error: unknown): boolean {
  const code = sqliteCode(error)
  if (code !== undefined) return code === SHORT_READ || BROKEN_CODES.has(code & 0xff)
  return error instanceof Error && BROKEN_WORDS.has(error.message)
}

function sqliteCode(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code : undefined
}
