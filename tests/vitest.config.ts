import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { Tests } from './projects.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const tests = new Tests(root)
const pure = tests.pure(tests.list('tests/unit'))
const databases = 'tests/unit/comments/store/**/*.test.ts'

const quiet = ['tests/setup/quiet-console.ts', 'tests/setup/check-zone.ts']
const withThreads = [...quiet, 'tests/setup/use-bundled-threads.ts']

/** In UTC, where most servers run, some mistakes with dates don't show; in this zone, with its 45 minutes, they do. */
const SECOND_ZONE = { TZ: 'Pacific/Chatham' }
// Threads have the zone of their process.
process.env.TZ = 'UTC'

/** Threads and modules serve one file after the other: nothing but values goes in and comes out. */
const shared = { pool: 'threads', isolate: false } as const

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [...pure, 'tests/architecture.test.ts'],
          setupFiles: quiet,
          ...shared,
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: [...quiet, 'tests/setup/clean-document.ts'],
          ...shared,
        },
      },
      {
        extends: true,
        test: {
          name: 'second zone',
          include: tests.ofDates(pure),
          env: SECOND_ZONE,
          isolate: false,
          setupFiles: quiet,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [databases, ...pure],
          env: SECOND_ZONE,
          globalSetup: 'tests/setup/bundle-threads.ts',
          setupFiles: withThreads,
        },
      },
      {
        extends: true,
        test: {
          name: 'databases',
          include: [databases],
          env: SECOND_ZONE,
          globalSetup: ['tests/setup/bundle-threads.ts', 'tests/setup/start-postgres.ts'],
          setupFiles: withThreads,
        },
      },
    ],
    // Vitest leaves a core to itself, of two one half. Most tests wait for servers, databases and git.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
