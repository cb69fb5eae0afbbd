import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Verdict, Writing } from './engine'

export const SECRET_FILE = 'secret.key'
const KEY_BYTES = 32
const KEY = /^[\w-]{43}$/

/**
 * The key that signs secret links, kept in DATA_DIR beside the comments: without it the links are worthless, so it belongs
 * in the backup. It is created at the first start. Throws when the file holds something else.
 */
export function readSecretKey(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, SECRET_FILE)
  createKey(file)
  const key = readFileSync(file, 'utf8').trim()
  if (KEY.test(key)) return key
  throw new Error(
    `${file} holds no key. Put it back from a backup, or delete it: then secret links stop working.`,
  )
}

function createKey(file: string): void {
  try {
    const created = openSync(file, 'wx', 0o600)
    writeSync(created, `${randomBytes(KEY_BYTES).toString('base64url')}\n`)
    fsyncSync(created)
    closeSync(created)
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    if (!exists) throw error
  }
}

/** Servers that share a database must accept each other's links, so all use the first one's key. */
export async function agreeOnKey({ db }: Writing, own: string): Promise<Verdict<string>> {
  await db
    .insertInto('comment_secrets')
    .values({ name: 'links', value: own })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('comment_secrets')
    .select('value')
    .where('name', '=', 'links')
    .executeTakeFirstOrThrow()
  return { keep: true, value }
}

/** Stores a backup's key in a database without comments; servers use it from their next start. */
export async function replaceKey({ db }: Writing, value: string): Promise<Verdict<undefined>> {
  await db
    .insertInto('comment_secrets')
    .values({ name: 'links', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return { keep: true, value: undefined }
}
