import { defineConfig } from '@playwright/test'
export default defineConfig({
  testDir: '.',
  outputDir: '/tmp/c1/tr',
  workers: 1,
  reporter: 'list',
  timeout: 240_000,
  expect: { timeout: 30_000 },
})
