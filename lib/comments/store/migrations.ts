import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely'
import { now } from '@/lib/site/clock'
import { repeatSince } from './posted-words'

/** PostgreSQL must sort and compare by code point, as SQLite does, whatever the cluster's locale. */
type Dialect = 'sqlite' | 'postgres'

async function createComments(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  await db.schema
    .createTable('comments')
    .addColumn('id', text, (c) => c.primaryKey().notNull())
    .addColumn('article', text, (c) => c.notNull())
    .addColumn('parent', text, (c) => c.references('comments.id'))
    .addColumn('root', text, (c) => c.notNull())
    .addColumn('state', text, (c) =>
      c.notNull().check(sql`state in ('pending', 'approved', 'rejected', 'deleted')`),
    )
    .addColumn('held_for', text, (c) => c.notNull())
    .addColumn('name', text, (c) => c.notNull())
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('skeleton', text, (c) => c.notNull())
    .addColumn('text_hash', text, (c) => c.notNull())
    .addColumn('by_editor', 'integer', (c) => c.notNull())
    .addColumn('created', text, (c) => c.notNull())
    .addColumn('edited', text)
    .addColumn('address_hash', text)
    .execute()
  const index = (name: string, ...columns: string[]) =>
    db.schema.createIndex(`comments_${name}`).on('comments').columns(columns).execute()
  await index('by_article', 'article', 'state', 'root')
  await index('by_root', 'root')
  await index('by_parent', 'parent')
  await index('by_state', 'state', 'id')
  await index('by_skeleton', 'skeleton', 'state', 'name')
  await index('by_text', 'text_hash', 'created')
}

async function createRules(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  const table = (name: string, ...columns: string[]) =>
    columns.reduce<CreateTableBuilder<string, string>>(
      (builder, column) => builder.addColumn(column, text, (c) => c.notNull()),
      db.schema.createTable(name),
    )
  await table('comment_posts', 'fingerprint', 'comment_id', 'posted')
    .addPrimaryKeyConstraint('comment_posts_key', ['fingerprint'])
    .execute()
  await db.schema
    .createIndex('comment_posts_by_comment')
    .on('comment_posts')
    .column('comment_id')
    .execute()
  await table('comment_rates', 'name', 'subject', 'window_start')
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('comment_rates_key', ['name', 'window_start', 'subject'])
    .execute()
  await table('comment_secrets', 'name', 'value')
    .addPrimaryKeyConstraint('comment_secrets_key', ['name'])
    .execute()
  await table('address_keys', 'day', 'key')
    .addPrimaryKeyConstraint('address_keys_key', ['day'])
    .execute()
  await table('address_blocks', 'address_hash', 'until')
    .addPrimaryKeyConstraint('address_blocks_key', ['address_hash'])
    .execute()
  await table('moderator_sessions', 'token_hash', 'admin', 'expires')
    .addPrimaryKeyConstraint('moderator_sessions_key', ['token_hash'])
    .execute()
  await table('sign_in_links', 'token_hash', 'expires')
    .addPrimaryKeyConstraint('sign_in_links_key', ['token_hash'])
    .execute()
}

async function createLogs(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  // A number is never reused, even after the table has been emptied.
  const counted = (table: string) =>
    dialect === 'postgres'
      ? db.schema
          .createTable(table)
          .addColumn('seq', 'integer', (c) => c.primaryKey().generatedAlwaysAsIdentity())
      : db.schema
          .createTable(table)
          .addColumn('seq', 'integer', (c) => c.primaryKey().autoIncrement())
  await counted('comment_changes')
    .addColumn('article', text, (c) => c.notNull())
    .addColumn('at', text, (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('comment_changes_by_time')
    .on('comment_changes')
    .column('at')
    .execute()
  await counted('comment_audit')
    .addColumn('at', text, (c) => c.notNull())
    .addColumn('actor', text, (c) => c.notNull())
    .addColumn('action', text, (c) => c.notNull())
    .addColumn('comment_id', text)
    .addColumn('article', text)
    .execute()
}

async function createReports(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  const columns = ['feature', 'article', 'sentence_id', 'sentence', 'question', 'words', 'created']
  await columns
    .reduce<CreateTableBuilder<string, string>>(
      (builder, column) => builder.addColumn(column, text, (c) => c.notNull()),
      db.schema
        .createTable('mistake_reports')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('state', text, (c) =>
          c.notNull().check(sql`state in ('open', 'settled', 'dismissed')`),
        )
        .addColumn('address_hash', text),
    )
    .execute()
  await db.schema
    .createIndex('mistake_reports_by_state')
    .on('mistake_reports')
    .columns(['state', 'id'])
    .execute()
}

/** Stores what else was shown beside a reported sentence, and which model chose it. */
async function reportWhatWasShown(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  const add = (column: string, absent: string) =>
    db.schema
      .alterTable('mistake_reports')
      .addColumn(column, text, (c) => c.notNull().defaultTo(absent))
      .execute()
  await add('shown', '[]')
  await add('model', '')
}

/**
 * So that each comment writes fewer pages: words are found through the index of posts, threads through their article's
 * index, and each index holds only what queries need.
 */
async function leanIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`insert into comment_posts (fingerprint, comment_id, posted)
    select substr(text_hash, 1, 22) || '.' || id, id, created from comments
    where text_hash <> '' and created > ${repeatSince(now())}`.execute(db)
  for (const name of ['by_text', 'by_root', 'by_article', 'by_parent', 'by_skeleton']) {
    await db.schema.dropIndex(`comments_${name}`).execute()
  }
  await db.schema.alterTable('comments').dropColumn('text_hash').execute()
  await sql`create index comments_by_article on comments (article, root, state)`.execute(db)
  await sql`create index comments_by_parent on comments (parent) where parent is not null`.execute(
    db,
  )
  await sql`create index comments_by_skeleton on comments (skeleton, name) where state = 'approved'`.execute(
    db,
  )
}

/** All migrations, in order. Never change one that was released: add another. */
export const migrations = (dialect: Dialect): Record<string, Migration> => ({
  '0001-comments': { up: (db) => createComments(db, dialect) },
  '0002-rules': { up: (db) => createRules(db, dialect) },
  '0003-logs': { up: (db) => createLogs(db, dialect) },
  '0004-reports': { up: (db) => createReports(db, dialect) },
  '0005-lean-indexes': { up: leanIndexes },
  '0006-shown': { up: (db) => reportWhatWasShown(db, dialect) },
})
