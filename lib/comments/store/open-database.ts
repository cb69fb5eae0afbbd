import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { CommentDatabase, type Listeners } from './comment-database'
import { postgresEngine } from './postgres/postgres-engine'
import { sqliteEngine } from './sqlite/sqlite-engine'

export const COMMENTS_FILE = 'comments.sqlite'

/** The site's comments: in DATABASE_URL's PostgreSQL if there is one, in a SQLite file in DATA_DIR otherwise. */
export function openCommentDatabase(
  env: { dataDir: string; databaseUrl?: string },
  listeners: Listeners,
): CommentDatabase {
  if (env.databaseUrl !== undefined) {
    return new CommentDatabase(postgresEngine(env.databaseUrl), listeners)
  }
  mkdirSync(env.dataDir, { recursive: true })
  return new CommentDatabase(sqliteEngine(path.join(env.dataDir, COMMENTS_FILE)), listeners)
}
