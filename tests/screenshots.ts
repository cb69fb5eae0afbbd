import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import { type PageType, startEveryPage } from './e2e/every-page'
import { launchOptions } from './support/browser'

/**
 * `npm run screenshots`: the README's pictures, and a page of every type at four widths, in both themes, at twice the size
 * of type, without script and on paper. `-- --only REGEX` for some types, `-- --pictures` for those of the README alone.
 */
const root = path.resolve(import.meta.dirname, '..')
const port = 46_190
const origin = `http://localhost:${port}`
const folder = path.join(root, 'test-results/screenshots')
const pictures = path.join(root, '.github')
const PICTURES = [
  ['picture.png', '/'],
  ['article.png', '/articles/why-did-japan-skip-the-nato-summit'],
] as const
const FEW_COLOURS = { palette: true, colours: 128, effort: 10 }
const guide = path.join(root, 'tests/fixtures/editors/guide')
type Look = {
  name: string
  width: number
  zoom?: string
  colorScheme?: 'dark'
  javaScriptEnabled?: boolean
}
/** Each way to look at a page; those after the widths at one width only. */
const LOOKS: readonly Look[] = [
  ...[390, 820, 1440, 2200].flatMap((width) => [
    { name: `${width}`, width },
    { name: `${width}-dark`, width, colorScheme: 'dark' as const },
  ]),
  { name: '200%', width: 1280, zoom: '200%' },
  { name: 'no-script', width: 390, javaScriptEnabled: false },
]
const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, pictures: { type: 'boolean', default: false } },
})
const only = new RegExp(options.only)

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

async function shootAll(browser: Browser, types: readonly PageType[]): Promise<void> {
  for (const { name: look, width, zoom, ...how } of LOOKS) {
    const page = await browser.newPage({ ...how, viewport: { width, height: 1000 } })
    for (const { name, open } of types) {
      await open(page)
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size
        for (const image of document.images) image.loading = 'eager'
      }, zoom ?? '')
      await page.waitForLoadState('networkidle')
      const file = `${fileName(name)}-${look}.png`
      await page.screenshot({ path: path.join(folder, file), fullPage: true })
    }
    await page.close()
  }
}

async function printAll(browser: Browser, types: readonly PageType[]): Promise<void> {
  const page = await browser.newPage()
  for (const { name, open } of types) {
    await open(page)
    await page.pdf({ path: path.join(folder, `${fileName(name)}.pdf`), format: 'A4' })
  }
  await page.close()
}

/** The front page and an article, as large as a window shows of them, in few colours. */
async function shootPictures(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  for (const [file, address] of PICTURES) {
    await page.goto(origin + address, { waitUntil: 'networkidle' })
    await sharp(await page.screenshot())
      .png(FEW_COLOURS)
      .toFile(path.join(pictures, file))
  }
  await page.close()
}

/** How each kind of Markdown looks, in few colours, since the README includes the picture. */
async function shootMarkdown(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 720, height: 1000 } })
  await page.goto(`${origin}/articles/markdown`)
  await page.getByText('Raw HTML that stays').click()
  for (const image of await page.locator('article img').all()) await image.scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  const shot = await page.locator('article > div').first().screenshot()
  await sharp(shot).png(FEW_COLOURS).toFile(path.join(pictures, 'markdown.png'))
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

for (const made of [folder, pictures]) mkdirSync(made, { recursive: true })
const browser = await chromium.launch(launchOptions())
await withServer(guide, () => shootMarkdown(browser))
await withServer(undefined, () => shootPictures(browser))
if (!options.pictures) {
  const { server, types } = await startEveryPage()
  const looked = types.filter(({ name }) => only.test(name))
  await shootAll(browser, looked)
  await printAll(browser, looked)
  await server.stop()
}
await browser.close()
process.stdout.write(`${pictures}\n${folder}\n`)
