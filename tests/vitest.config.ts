import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: [
      'tests/unit/**/*.test.{ts,tsx}',
      'tests/components/**/*.test.tsx',
      'tests/architecture.test.ts',
    ],
    setupFiles: ['tests/quiet-console.ts'],
    // Rules about time must hold wherever the server runs; `npm run check` runs the suite once more in another zone.
    env: { TZ: process.env.TEST_TZ ?? 'UTC' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
