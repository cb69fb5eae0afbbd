import { defineConfig } from '@playwright/test'
import { launchOptions } from '../support/browser'
import { SITES, startSite, urlOf } from './sites'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  // Generous limits that stop a hanging test, for a busy old machine; no test asserts a time.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: urlOf('paper'),
    browserName: 'chromium',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    launchOptions: launchOptions(),
  },
  webServer: SITES.map(startSite),
})
