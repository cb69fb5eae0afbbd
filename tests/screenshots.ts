import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { pageTypes } from './e2e/page-types'
import { launchOptions } from './support/browser'

/** `npm run screenshots`: the README's pictures, and every page type at three widths in both themes and on paper. */
const root = path.resolve(import.meta.dirname, '..')
const port = 46_190
const origin = `http://localhost:${port}`
const folder = path.join(root, 'test-results/screenshots')
const picture = path.join(root, '.github/picture.png')
const markdownPicture = path.join(root, '.github/markdown.png')
const guide = path.join(root, 'tests/fixtures/editors/guide')
const widths = [390, 820, 1440]

async function untilReady(tries = 120): Promise<void> {
  const ready = await fetch(`${origin}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
  if (ready) return
  if (tries === 0) throw new Error('The server did not become ready')
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return untilReady(tries - 1)
}

const fileName = (name: string) => name.replace(/\W+/g, '-')

async function shootAll(browser: Browser): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of widths) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 1000 } })
      for (const { name, path: address } of pageTypes) {
        await page.goto(origin + address)
        const file = `${fileName(name)}-${width}-${colorScheme}.png`
        await page.screenshot({ path: path.join(folder, file), fullPage: true })
      }
      await page.close()
    }
  }
}

async function printAll(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  for (const { name, path: address } of pageTypes) {
    await page.goto(origin + address)
    await page.pdf({ path: path.join(folder, `${fileName(name)}.pdf`), format: 'A4' })
  }
  await page.close()
}

async function shootPicture(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await page.goto(origin)
  await page.screenshot({ path: picture })
  await page.close()
}

/** What every way to mark up a text looks like, in few colours: the README carries it along. */
async function shootMarkdown(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 720, height: 1000 } })
  await page.goto(`${origin}/articles/markdown`)
  await page.getByText('Raw HTML that stays').click()
  for (const image of await page.locator('article img').all()) await image.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  const shot = await page.locator('article > div').first().screenshot()
  await sharp(shot).png({ palette: true, colours: 128, effort: 10 }).toFile(markdownPicture)
  await page.close()
}

async function withServer(content: string | undefined, work: () => Promise<void>): Promise<void> {
  const server = spawn(process.execPath, ['--import', 'tsx', 'lib/server/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...(content !== undefined && { CONTENT_DIR: content }),
      PORT: String(port),
      DATA_DIR: mkdtempSync(path.join(tmpdir(), 'broadsheet-screenshots-')),
      LOG_LEVEL: 'silent',
    },
  })
  try {
    await untilReady()
    await work()
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.on('exit', resolve))
  }
}

for (const made of [folder, path.dirname(picture)]) mkdirSync(made, { recursive: true })
const browser = await chromium.launch(launchOptions())
await withServer(guide, () => shootMarkdown(browser))
if (!process.argv.includes('--markdown')) {
  await withServer(undefined, async () => {
    await shootPicture(browser)
    await shootAll(browser)
    await printAll(browser)
  })
}
await browser.close()
process.stdout.write(`${picture}\n${markdownPicture}\n${folder}\n`)
