import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { findings } from './axe'
import { DEVELOPMENT, type OwnServer, startOwnServer } from './own-server'
import { ADMIN_TOKEN } from './sites'

const ROOT = path.resolve(import.meta.dirname, '../..')
// Two servers on one folder, which these journeys change.
test.describe.configure({ mode: 'serial' })

/** Stops a test that hangs: in development a page is compiled at its first request, 20 s on a busy machine. */
const HANGS = 120_000
const expectSoon = expect.configure({ timeout: HANGS })
test.setTimeout(5 * HANGS)

let folder: string
let site: OwnServer
let dev: OwnServer

const at = (...names: string[]) => path.join(folder, 'content', ...names)

/** A draft with a picture beside it. */
function writeDraft(more = 'draft: true\n', body = ''): void {
  const published = readFileSync(at('articles/harbour-wall.md'), 'utf8')
  const text = published
    .replace(/^title: .*/m, 'title: Hollow stones under the harbour wall')
    .replace(/^date: .*/m, `date: 2025-06-02\n${more}`.trimEnd())
    .replace('src: harbour.jpg', 'src: hollow.jpg')
  writeFileSync(at('articles/hollow-stones.md'), text + body)
}

const environment = () => ({ CONTENT_DIR: at(), ADMIN_TOKEN })

test.beforeAll(async () => {
  // Stops a test that hangs: two servers start here, and may have to wait for their turn.
  test.setTimeout(500_000)
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-editors-'))
  cpSync(path.join(ROOT, 'tests/fixtures/editors/site'), at(), { recursive: true })
  const photo = readFileSync(at('articles/harbour.jpg'))
  // A different file to the site, though it looks the same.
  writeFileSync(at('articles/hollow.jpg'), Buffer.concat([photo, Buffer.from('\n')]))
  writeDraft()
  const starting = startOwnServer(environment(), undefined, DEVELOPMENT)
  site = await startOwnServer(environment())
  dev = await starting
  // Next compiles a page for its first reader, which takes a busy machine half a minute and has failed once.
  const draft = async () => (await fetch(`${dev.url}/articles/hollow-stones`)).status
  await expect.poll(draft, { timeout: 120_000 }).toBe(200)
})

test.afterAll(async () => {
  await Promise.all([site?.stop(), dev?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

const shown = (page: Page) =>
  page
    .locator('article figure img')
    .evaluateAll((images) =>
      images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
    )

/** Checks the page again if it reloads meanwhile (in development). */
async function expectPictures(page: Page): Promise<void> {
  await expect(async () => {
    const images = await page.locator('article figure img').all()
    expect(images.length).toBeGreaterThan(0)
    for (const image of images) await image.scrollIntoViewIfNeeded({ timeout: 5_000 })
    expect((await shown(page)).every((width) => width > 0)).toBe(true)
  }).toPass({ timeout: HANGS })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a reader sees a picture in the right size, with its caption, and can open the whole of it', async ({
      page,
    }) => {
      await page.goto(`${site.url}/articles/harbour-wall`)
      await expectPictures(page)
      expect(await shown(page)).toHaveLength(2)
      const picture = page.getByRole('img', { name: /^A wall of grey stones/ })
      expect(
        await picture.evaluate((img) => img instanceof HTMLImageElement && img.currentSrc),
      ).toMatch(/\/media\/articles\/harbour\.jpg\/[0-9a-f]{10}-960\.avif$/)
      await expect(page.getByText('The wall on Sunday evening. Ann Lee')).toBeVisible()
      await expect(page.getByText('From the sea. Photo: Ann Lee')).toBeVisible()
      if (javaScriptEnabled) expect(await findings(page)).toEqual([])
      const link = page.getByRole('link', { name: /^A wall of grey stones/ })
      const whole = `${site.url}/media/articles/harbour.jpg`
      await link.click()
      if (javaScriptEnabled) {
        const enlarged = page.getByRole('dialog', { name: /^A wall of grey stones/ })
        await expect(enlarged.getByRole('img')).toHaveAttribute('src', whole)
        await expect(enlarged.getByText('The wall on Sunday evening. Ann Lee')).toBeVisible()
        await page.keyboard.press('Escape')
        await expect(link).toBeFocused()
      } else await expect(page).toHaveURL(whole)
      await page.goto(`${site.url}/`)
      await expect(page.getByRole('main').locator('img').first()).toBeVisible()
    })

    test('a picture has its place before it loads', async ({ page }) => {
      const boxes = async () => {
        await page.goto(`${site.url}/articles/harbour-wall`)
        const images = await page.locator('article figure img').all()
        const found = await Promise.all(images.map((image) => image.boundingBox()))
        // A missing picture is drawn to whole pixels.
        return found.map((box) => box && [box.x, box.y, box.width, box.height].map(Math.round))
      }
      await page.route('**/media/**', (route) => route.abort())
      const before = await boxes()
      expect(before).toHaveLength(2)
      for (const [, , , height] of before.map((box) => box ?? []))
        expect(height).toBeGreaterThan(150)
      await page.unroute('**/media/**')
      expect(await boxes()).toEqual(before)
    })

    test('in development an article shows what was last saved, its state and its problems', async ({
      page,
    }) => {
      const complaints: string[] = []
      page.on('console', (told) => {
        if (told.type() === 'error') complaints.push(told.text())
      })
      page.on('pageerror', ({ message }) => {
        // The browser's message when a page is left before it has faded in.
        if (!message.startsWith('Transition was ')) complaints.push(message)
      })
      writeDraft()
      await page.goto(`${dev.url}/`)
      const note = page.getByRole('complementary', { name: 'For editors' })
      await note.getByRole('link', { name: 'Hollow stones under the harbour wall' }).click()
      await expectSoon(note).toContainText('Draft: readers don’t see it')
      await expectPictures(page)
      const again = async () => {
        if (!javaScriptEnabled) await page.reload()
      }
      writeDraft('draft: true\n', '\nAnd ![](/media/wall.png) now [more](/articles/harbour-wal).\n')
      await again()
      await expectSoon(note).toContainText('has an image without alt text')
      await expectSoon(note).toContainText('did you mean harbour-wall?')
      await expectSoon(note.getByText('And ![](/media/wall.png) now').first()).toBeVisible()
      await expectSoon(note).toContainText('at 21:5')
      if (javaScriptEnabled) expect(await findings(page)).toEqual([])
      await expectSoon(page.getByRole('article').getByText('now more')).toBeVisible()
      writeDraft('date: never\n')
      await again()
      await expectSoon(page.getByRole('heading', { level: 1 })).toHaveText(
        'This file can’t be shown yet',
      )
      await expectSoon(note).toContainText('Not published: what was live before stays live.')
      writeDraft('')
      writeFileSync(
        at('articles/hollow-stones.md'),
        readFileSync(at('articles/hollow-stones.md'), 'utf8').replace('2025-06-02', '2099-06-02'),
      )
      await again()
      await expectSoon(note).toContainText('Scheduled: readers see it from 2 June 2099 on.')
      await expectSoon(page.getByRole('heading', { level: 1 })).toHaveText(/^Hollow stones/)
      // React's own complaints would cover the editor's page.
      expect(complaints).toEqual([])
    })
  })
}

function previewAddress(): string {
  return execFileSync(
    'npm',
    ['run', '--silent', 'content:preview', '--', 'articles/hollow-stones.md'],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, ...environment(), SITE_URL: site.url },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  ).trim()
}

/** A page without what differs apart from the text: its styles, its robots, the places of its images. */
const bare = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<meta name="robots"[^>]*>/g, '')
    .replace(/\/preview\/hollow-stones\/[\w.-]+\/media/g, '/media')

test('a preview is exactly the later page, for everyone who has its address', async ({ page }) => {
  writeDraft()
  const address = previewAddress()
  await expectSoon.poll(async () => (await fetch(address)).status).toBe(200)
  const answer = await page.goto(address)
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
  })
  await expect(page.getByRole('complementary', { name: 'Related articles' })).toBeVisible()
  await expectPictures(page)
  const preview = await (await fetch(address)).text()
  const images = preview.match(/\/preview\/hollow-stones\/[\w.-]+\/media[^" ]+/g) ?? []
  expect(images.length).toBeGreaterThan(10)
  const [image = ''] = images
  expect((await fetch(site.url + image)).headers.get('cache-control')).toBe('private, no-store')
  for (const hidden of [
    '/articles/hollow-stones',
    '/media/articles/hollow.jpg',
    image.replace(/\/preview\/[^/]+\/[^/]+/, ''),
    image.replace(/\/preview\/[^/]+/, '/preview/harbour-wall'),
    image.replace(/(\.[\w-]+)\/media/, 'x$1/media'),
    '/views/editors/x',
    '/views/drafts/hollow-stones',
  ]) {
    expect((await fetch(site.url + hidden)).status, hidden).toBe(404)
  }
  expect((await fetch(address.replace(/.$/, '_'))).status).toBe(403)
  expect((await fetch(address.replace(/expires=\d/, 'expires=9'))).status).toBe(403)
  expect((await (await fetch(site.url)).text()).includes('Hollow stones')).toBe(false)

  writeDraft('')
  await expectSoon
    .poll(async () => (await fetch(`${site.url}/articles/hollow-stones`)).status)
    .toBe(200)
  const live = await (await fetch(`${site.url}/articles/hollow-stones`)).text()
  expect(bare(preview)).toBe(bare(live))
})

test('/status tells an editor what is not published and why, and links to its preview', async ({
  browser,
}) => {
  writeDraft()
  writeFileSync(at('articles/broken.md'), '---\ntitle: Broken\ndate: never\n---\n\nWords.\n')
  const httpCredentials = { username: 'editor', password: ADMIN_TOKEN }
  const context = await browser.newContext({ httpCredentials })
  const page = await context.newPage()
  await expectSoon
    .poll(async () => {
      await page.goto(`${site.url}/status`)
      return page.getByRole('main').textContent()
    })
    .toMatch(/1 in draft.*articles\/broken\.md:3:7.*date/s)
  expect(await findings(page)).toEqual([])
  await page.getByRole('link', { name: 'Hollow stones under the harbour wall' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Hollow stones/)
  rmSync(at('articles/broken.md'))
  await context.close()
  expect((await fetch(`${site.url}/status`)).status).toBe(401)
})
