import { defineConfig } from '@playwright/test'
import { browserArguments, ensureBrowser } from '../browser'
import { startSite, urlOf } from './sites'

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  // A generous bound against hanging; nothing asserts a time.
  timeout: 60_000,
  use: {
    baseURL: urlOf('paper'),
    browserName: 'chromium',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    launchOptions: { executablePath: ensureBrowser(), args: browserArguments },
  },
  webServer: [startSite('paper'), startSite('hostile'), startSite('long'), startSite('discussed')],
})
