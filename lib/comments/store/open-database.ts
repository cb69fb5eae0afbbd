import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { CommentDatabase, type Listeners } from './comment-database'
import type { Engine } from './engine'
import { postgresEngine } from './postgres/postgres-engine'
import { SECRET_FILE } from './secret-key'
import { sqliteEngine } from './sqlite/sqlite-engine'

export const COMMENTS_FILE = 'comments.sqlite'

/** A person who runs a command accepts a slow answer: a busy machine may take half a minute to start its thread. */
const COMMAND_WAIT = 600_000

/** The site's comments: in PostgreSQL if DATABASE_URL is set, otherwise in a SQLite file in DATA_DIR. */
export function openCommentDatabase(
  env: { dataDir: string; databaseUrl?: string },
  listeners: Listeners,
): CommentDatabase {
  const engine = openEngine(env)
  // A command doesn't watch for changes.
  const waits = listeners.watch ? {} : { readWait: COMMAND_WAIT, writeWait: COMMAND_WAIT }
  return new CommentDatabase({ ...engine, ...waits }, listeners)
}

/** Whether a server has run here before and its comments are gone. */
export function lacksComments(env: { dataDir: string; databaseUrl?: string }): boolean {
  const has = (name: string) => existsSync(path.join(env.dataDir, name))
  return env.databaseUrl === undefined && has(SECRET_FILE) && !has(COMMENTS_FILE)
}

function openEngine(env: { dataDir: string; databaseUrl?: string }): Engine {
  if (env.databaseUrl !== undefined) return postgresEngine(env.databaseUrl)
  mkdirSync(env.dataDir, { recursive: true })
  return sqliteEngine(path.join(env.dataDir, COMMENTS_FILE))
}
