import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type LaunchOptions } from '@playwright/test'

/** Where systems install a Chromium or Chrome. */
const INSTALLED = [
  // The headless shell takes half the processor time.
  '/usr/bin/chromium-headless-shell',
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

/** Playwright's own browser, or else one installed on the system. */
export function findBrowser(): string | undefined {
  return [chromium.executablePath(), ...INSTALLED].find((path) => path !== '' && existsSync(path))
}

/** Chromium's sandbox refuses to run as root, which tests in a container are. */
const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
]

/** How Playwright launches it. For its own browsers it chooses the headless shell by itself. */
export function launchOptions(): LaunchOptions {
  const executablePath = ensureBrowser()
  const isPlaywrights = executablePath === chromium.executablePath()
  return { args: browserArguments, ...(!isPlaywrights && { executablePath }) }
}

/** What the search needs of the machine; a test passes a fake one. */
export type Machine = {
  find: () => string | undefined
  /** Throws when the command fails. */
  run: (command: string, ...args: string[]) => void
  isRoot: boolean
  hasApt: boolean
  say: (line: string) => void
}

const thisMachine = (): Machine => ({
  find: findBrowser,
  run: (command, ...args) => void execFileSync(command, args, { stdio: 'inherit' }),
  isRoot: process.getuid?.() === 0,
  hasApt: existsSync('/usr/bin/apt-get'),
  say: (line) => process.stderr.write(`${line}\n`),
})

/**
 * Finds a browser, or installs Playwright's or, if that can't be downloaded, Debian's. Throws when none works, and says
 * what to do.
 */
export function ensureBrowser(machine: Machine = thisMachine()): string {
  const browser = machine.find() ?? installPlaywrights(machine) ?? installDebians(machine)
  if (browser === undefined) throw new Error(`No browser for the journeys: ${advice(machine)}`)
  return browser
}

function installPlaywrights({ find, run, isRoot }: Machine): string | undefined {
  try {
    run('npx', 'playwright', 'install', 'chromium')
    if (isRoot) run('npx', 'playwright', 'install-deps', 'chromium')
  } catch {
    // Its message is already on the terminal.
  }
  return find()
}

/** Debian's package names, the headless shell first, and Ubuntu's. */
const PACKAGES = ['chromium-headless-shell', 'chromium', 'chromium-browser']

function installDebians({ find, run, isRoot, hasApt, say }: Machine): string | undefined {
  if (!isRoot || !hasApt) return undefined
  say('Playwright’s browser can’t be had: installing the distribution’s chromium with apt-get')
  for (const name of PACKAGES) {
    try {
      run('apt-get', 'update')
      run('apt-get', 'install', '-y', '--no-install-recommends', name)
      break
    } catch {
      // Try the next name, or end with the advice.
    }
  }
  return find()
}

function advice({ isRoot, hasApt }: Machine): string {
  const chrome = 'install Google Chrome (https://www.google.com/chrome)'
  // Ubuntu's package is a snap, which doesn't run in a container.
  if (hasApt && isRoot) return `apt-get has no chromium that runs here; ${chrome}`
  if (hasApt) return `run "sudo apt-get install chromium", or ${chrome}`
  return `install Chromium, or ${chrome}`
}
