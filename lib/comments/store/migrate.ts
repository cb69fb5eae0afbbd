import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Tables } from './tables'

/** A later version of Broadsheet wrote the database. */
export class NewerSchemaError extends Error {
  override name = 'NewerSchemaError'
}

async function executedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.rows.map(({ name }) => name)
}

/**
 * Brings the schema up to date in one transaction: an interruption leaves the old schema, and the next start tries again.
 * Throws NewerSchemaError rather than guess at tables that it doesn't know.
 */
export async function migrate(
  db: Kysely<Tables>,
  migrations: Record<string, Migration>,
): Promise<void> {
  const unknown = (await executedMigrations(db)).filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new NewerSchemaError(
      `The comments database has the schema of a newer Broadsheet (${unknown.join(', ')}). ` +
        'It was left as it is: run that version or a later one, or restore an older backup.',
    )
  }
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
