import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where systems keep a Chromium or Chrome of their own. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Playwright's own browser, or else one that the system has. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...INSTALLED].find((path) => path !== '' && existsSync(path))
}

/** Chromium's sandbox refuses to run for root, as tests in a container do. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
]

/** Finds a browser, or installs Playwright's. Throws when neither works, and says what to do. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  try {
    execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' })
  } catch (cause) {
    throw new Error('No browser: install Chromium or Chrome and run the tests again', { cause })
  }
  const installed = findBrowser()
  if (!installed) throw new Error('Playwright installed a browser that is not where it says')
  return installed
}
