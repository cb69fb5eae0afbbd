import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { Tests } from './projects.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

const tests = new Tests(root)
const unit = tests.list('tests/unit')
const pure = tests.pure(unit)
const mocking = tests.mocking(unit)
const databases = 'tests/unit/comments/store/**/*.test.ts'

const quiet = ['tests/setup/quiet-console.ts', 'tests/setup/check-zone.ts']
const withThreads = [...quiet, 'tests/setup/use-bundled-threads.ts']

/** In UTC, where most servers run, some mistakes with dates don't show; in this zone, with its 45 minutes, they do. */
const SECOND_ZONE = { TZ: 'Pacific/Chatham' }
// Threads have the zone of their process.
process.env.TZ = 'UTC'

const sharedThread = { pool: 'threads', isolate: false } as const
const sharedProcess = { pool: 'forks', isolate: false } as const

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [...pure, 'tests/architecture.test.ts', 'tests/documents.test.ts'],
          exclude: mocking,
          setupFiles: quiet,
          ...sharedThread,
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: [...quiet, 'tests/setup/clean-document.ts'],
          ...sharedThread,
        },
      },
      {
        extends: true,
        test: {
          name: 'second zone',
          include: tests.ofDates(pure),
          exclude: mocking,
          env: SECOND_ZONE,
          setupFiles: quiet,
          ...sharedProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [databases, ...pure, ...mocking],
          env: SECOND_ZONE,
          globalSetup: ['tests/setup/bundle-threads.ts', 'tests/setup/drop-stale-build.ts'],
          setupFiles: withThreads,
          ...sharedProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'mocking',
          include: mocking,
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
          exclude: mocking,
          globalSetup: ['tests/setup/bundle-threads.ts', 'tests/setup/start-postgres.ts'],
          setupFiles: withThreads,
          ...sharedProcess,
        },
      },
    ],
    // On its own, Vitest would use one worker on two cores. Most tests wait for servers, databases and git.
    maxWorkers: 2,
    // Stops a test that hangs; generous, for a machine that is busy. No test asserts a time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
