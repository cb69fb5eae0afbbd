import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { postgresEngine } from '@/lib/comments/store/postgres/postgres-engine'
import { startPostgres } from '../support/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** To make a database, copy `template migrated` on this server. */
    postgresUrl: string
  }
}

/** No test of the rules cuts PostgreSQL's power, so nothing needs to wait for the disk. */
const UNSAFE = ['fsync', 'full_page_writes', 'synchronous_commit', 'autovacuum'].flatMap((name) => [
  '-c',
  `${name}=off`,
])

/** One PostgreSQL for all tests that need it; each test makes its own databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres(UNSAFE)
  const client = new pg.Client(`${postgres.url}/postgres`)
  await client.connect()
  await client.query('create database migrated')
  await client.end()
  const migrated = postgresEngine(`${postgres.url}/migrated`)
  await migrated.migrate()
  await migrated.close()
  project.provide('postgresUrl', postgres.url)
  return () => postgres.stop()
}
