import { expect, test } from 'vitest'
import { ensureBrowser, type Machine } from '../../support/browser'

const APT = 'apt-get install -y --no-install-recommends'
const SHELL = `${APT} chromium-headless-shell`
const PLAYWRIGHT = 'npx playwright install chromium'

/** A machine that has a browser once one of these commands has run; `missing` commands fail. */
function machineOf(
  brings: readonly string[],
  { isRoot = true, hasApt = true, missing = [] as readonly string[] } = {},
) {
  const ran: string[] = []
  const said: string[] = []
  const machine: Machine = {
    find: () => (brings.some((each) => each === '' || ran.includes(each)) ? '/bin/it' : undefined),
    run: (...words) => {
      const command = words.join(' ')
      if (missing.includes(command)) throw new Error(`${command} failed`)
      ran.push(command)
    },
    isRoot,
    hasApt,
    say: (line) => said.push(line),
  }
  return { machine, ran, said }
}

test('An existing browser is used, and nothing installed', () => {
  const { machine, ran } = machineOf([''])
  expect(ensureBrowser(machine)).toBe('/bin/it')
  expect(ran).toEqual([])
})

test('Playwright’s is installed, for root with the libraries that it needs', () => {
  const { machine, ran } = machineOf([PLAYWRIGHT])
  expect(ensureBrowser(machine)).toBe('/bin/it')
  expect(ran).toEqual([PLAYWRIGHT, 'npx playwright install-deps chromium'])
  const other = machineOf([PLAYWRIGHT], { isRoot: false })
  expect(ensureBrowser(other.machine)).toBe('/bin/it')
  expect(other.ran).toEqual([PLAYWRIGHT])
})

test('Where Playwright’s can’t be downloaded, root gets the distribution’s, and is told so', () => {
  const { machine, ran, said } = machineOf([SHELL], { missing: [PLAYWRIGHT] })
  expect(ensureBrowser(machine)).toBe('/bin/it')
  expect(ran).toEqual(['apt-get update', SHELL])
  expect(said.join()).toContain('installing the distribution’s chromium')
})

test.each(['chromium', 'chromium-browser'])(
  'Where it has no chromium-headless-shell, it gets %s',
  (name) => {
    const before = ['chromium-headless-shell', 'chromium'].filter((each) => each !== name)
    const missing = [PLAYWRIGHT, ...before.map((each) => `${APT} ${each}`)]
    const { machine } = machineOf([`${APT} ${name}`], { missing })
    expect(ensureBrowser(machine)).toBe('/bin/it')
  },
)

test('Playwright’s is used although its libraries can’t be installed: they may be there already', () => {
  const { machine } = machineOf([PLAYWRIGHT], {
    missing: ['npx playwright install-deps chromium'],
  })
  expect(ensureBrowser(machine)).toBe('/bin/it')
})

test.each<[Parameters<typeof machineOf>[1], string]>([
  [{ isRoot: false }, 'run "sudo apt-get install chromium"'],
  [{ hasApt: false }, 'install Chromium, or install Google Chrome'],
  [
    { missing: [PLAYWRIGHT, 'apt-get update'] },
    'no chromium that runs here; install Google Chrome',
  ],
  [{}, 'no chromium that runs here; install Google Chrome'],
])('Where none can be installed (%o), it says what to install', (options, advice) => {
  const { machine, ran } = machineOf([], { missing: [PLAYWRIGHT], ...options })
  expect(() => ensureBrowser(machine)).toThrow(advice)
  if (options?.isRoot === false) expect(ran).toEqual([])
})
