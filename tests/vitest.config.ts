import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

const DATABASE_TESTS = 'tests/unit/comments/store/**/*.test.ts'

/** In a process of its own: the bundler ends when it is done, and vitest has one of the same kind. */
const bundle = `import('./lib/server/bundle.mjs').then(async (all) => console.log(await all.bundleServer()))`
const threads = execFileSync(process.execPath, ['-e', bundle], { cwd: root, encoding: 'utf8' })

export default defineConfig({
  root,
  // Threads run what production runs. A change to their code is seen by the next run, not by a watching one.
  define: { BUNDLED_THREADS: JSON.stringify(threads.trim()) },
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: [
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/components/**/*.test.{ts,tsx}',
            'tests/architecture.test.ts',
          ],
          exclude: [DATABASE_TESTS],
        },
      },
      {
        // Started only when one of these runs.
        extends: true,
        test: {
          name: 'databases',
          include: [DATABASE_TESTS],
          globalSetup: 'tests/postgres-setup.ts',
          // Each opens threads and connections of its own, which a busy machine starts slowly.
          testTimeout: 240_000,
        },
      },
    ],
    setupFiles: ['tests/quiet-console.ts'],
    // Rules about time must hold wherever the server runs; `npm run check` runs the suite once more in another zone.
    env: { TZ: process.env.TEST_TZ ?? 'UTC' },
    // Vitest leaves a core to itself, of two one half. Most tests wait for servers, databases and git.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
