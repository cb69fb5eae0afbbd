import { expect, type Page, test } from '@playwright/test'
import { expectToFit } from './axe'
import { FrontPaper, type Pictures } from './front-paper'
import { type OwnServer, startOwnServer } from './own-server'

// One server for all tests, whose content they change.
test.describe.configure({ mode: 'default' })

const paper = new FrontPaper()
let server: OwnServer

test.beforeAll(async () => {
  await paper.begin()
  paper.write(60, 'some')
  server = await startOwnServer({ CONTENT_DIR: paper.dir })
})

test.afterAll(async () => {
  await server.stop()
  paper.remove()
})

const WIDTHS = [390, 820, 1440, 2200]

async function open(page: Page, path: string, width: number) {
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 })
  await page.goto(server.url + path, { waitUntil: 'networkidle' })
}

/** The fonts in which Chromium sets the elements of a selector. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const client = await page.context().newCDPSession(page)
  await client.send('DOM.enable')
  await client.send('CSS.enable')
  const { root } = await client.send('DOM.getDocument')
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName }) => familyName)
}

/** The expected figures are for these fonts, which `.ci/run` installs; with others lines break elsewhere. */
async function skipWithOtherFonts(page: Page) {
  const fonts = [
    ...(await fontsOf(page, 'main article h2 a')),
    ...(await fontsOf(page, 'main article time')),
  ]
  const isKnown = fonts.every((name) => /^Noto (?:Serif|Sans)\b/.test(name))
  test.skip(!isKnown, `the figures are for Noto Serif and Noto Sans, this is ${fonts.join(', ')}`)
}

const bottoms = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main article')].map(
      (story) => story.getBoundingClientRect().bottom + scrollY,
    ),
  )

const mastheadHeight = (page: Page) =>
  page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().height ?? 0)

test('at least 25 of 60 stories are in the first 2,000 px on a desktop', async ({ page }) => {
  await open(page, '/', 1440)
  expect(await page.locator('main article').count()).toBe(60)
  await skipWithOtherFonts(page)
  expect((await bottoms(page)).filter((bottom) => bottom <= 2000).length).toBeGreaterThanOrEqual(25)
})

test('the first 20 stories take at most 5,000 px on a phone, the masthead at most 112', async ({
  page,
}) => {
  await open(page, '/', 390)
  await skipWithOtherFonts(page)
  expect((await bottoms(page))[19]).toBeLessThanOrEqual(5000)
  expect(await mastheadHeight(page)).toBeLessThanOrEqual(112)
})

test('the masthead has two rows at every width, and moves out of the way of a form field', async ({
  page,
}) => {
  // 640 px is a window of 1280 at 200%.
  for (const width of [320, 640, 820, 1024, 1440]) {
    await open(page, '/', width)
    expect(await mastheadHeight(page), `at ${width} px`).toBeLessThanOrEqual(125)
    const ways = page.locator('header').getByRole('link', { name: 'Search' })
    const field = page.locator('header input[name=q]')
    expect([await ways.isVisible(), await field.isVisible()].filter(Boolean)).toHaveLength(1)
  }
  for (const path of ['/search', '/nowhere']) {
    await open(page, path, 1440)
    await expect(page.locator('input[name=q]').filter({ visible: true })).toHaveCount(1)
  }
})

test('the masthead marks the section of the page', async ({ page }) => {
  await open(page, '/sections/economy', 1440)
  const current = page.getByRole('navigation', { name: 'Sections' }).locator('[aria-current=page]')
  await expect(current).toHaveText('Economy')
})

/**
 * The tallest strip of the front page, in pixels, in which stories fill less than half the width: a reader sees a
 * half-empty row.
 */
const tallestGap = (page: Page) =>
  page.evaluate(() => {
    const STEP = 8
    const boxes = [...document.querySelectorAll('main article, main h2')].map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return { left, right, top: top + scrollY, bottom: bottom + scrollY }
    })
    const main = document.querySelector('main')?.getBoundingClientRect()
    const style = getComputedStyle(document.querySelector('main') ?? document.body)
    const width = (main?.width ?? 0) - Number.parseFloat(style.paddingLeft) * 2
    const bottom = Math.max(...boxes.map((box) => box.bottom))
    let [gap, tallest] = [0, 0]
    for (let y = Math.min(...boxes.map((box) => box.top)); y < bottom; y += STEP) {
      const here = boxes.filter((box) => box.top <= y && y < box.bottom)
      const spans = here.map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left)
      let [covered, from] = [0, 0]
      for (const { left, right } of spans) {
        covered += Math.max(0, right - Math.max(left, from))
        from = Math.max(from, right)
      }
      gap = covered < width / 2 ? gap + STEP : 0
      tallest = Math.max(tallest, gap)
    }
    return tallest
  })

/** The narrowest column of words, as a share of its story's width: a picture beside the words takes at most about half. */
const narrowestWords = (page: Page) =>
  page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('main article :is(h2, h3)')].map((headline) => {
        const words = headline.parentElement?.getBoundingClientRect().width ?? 0
        return words / (headline.closest('article')?.getBoundingClientRect().width ?? 1)
      }),
    ),
  )

/** The last line of a column, and the white space between two rows. */
const MOST_GAP = 160

const PAGES: [count: number, pictures: Pictures][] = [
  [1, 'all'],
  [2, 'some'],
  [3, 'no'],
  [5, 'some'],
  [8, 'all'],
  [11, 'some'],
  [12, 'no'],
  [13, 'all'],
  [14, 'some'],
  [17, 'no'],
  [29, 'some'],
  [44, 'all'],
  [60, 'no'],
  [60, 'some'],
]

test('no row of the front page is half empty, whatever stories are on it', async ({ page }) => {
  for (const [count, pictures] of PAGES) {
    paper.write(count, pictures)
    const marker = page.locator(`main article a[href^="/articles/story-${count}-${pictures}-"]`)
    await expect(async () => {
      await open(page, '/', 1440)
      expect(await page.locator('main article').count()).toBe(count)
      expect(await marker.count()).toBeGreaterThanOrEqual(count)
    }).toPass()
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const what = `${count} stories with ${pictures} pictures at ${width} px`
      expect.soft(await tallestGap(page), what).toBeLessThanOrEqual(MOST_GAP)
      expect.soft(await narrowestWords(page), `words of ${what}`).toBeGreaterThan(0.38)
    }
  }
})

test('a page of every kind of list doesn’t shift, and fits its window', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifts: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number')
          Object.assign(globalThis, { shifts: Reflect.get(globalThis, 'shifts') + entry.value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  for (const path of [
    ...['/', '/sections', '/sections/opinion', '/authors', '/authors/ann-lee'],
    ...['/sources/harbour-wire', '/tags', '/tags/harbour', '/archive', '/archive/2026'],
    ...['/archive/2026/06', '/archive/2026/06/29', '/search', '/search?q=committee'],
    ...['/search?q=wombat', '/search?q=committee&order=new&since=year', '/nowhere', '/feeds'],
  ]) {
    await open(page, path, 1280)
    expect.soft(await page.evaluate(() => Reflect.get(globalThis, 'shifts')), path).toBe(0)
    await expectToFit(page, [1280], path)
  }
})

test('addresses that readers guess redirect to the right page', async ({ request }) => {
  for (const [from, to] of [
    ['/latest', '/'],
    ['/rss', '/feed.xml'],
    ['/feed', '/feed.xml'],
  ] as const) {
    const answer = await request.get(server.url + from, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([308, to])
  }
})

test('a feed opened in a browser says what to do with it', async ({ page }) => {
  await page.goto(`${server.url}/feed.xml`)
  const said = await page.evaluate(
    () => getComputedStyle(document.documentElement, '::before').content,
  )
  expect(said).toContain('feed reader')
})

test('the newest come first if a reader asks for that', async ({ page }) => {
  await open(page, '/search?q=committee&order=new&in=sport', 1280)
  const times = await page
    .locator('main article time')
    .evaluateAll((all) => all.map((time) => Date.parse(time.getAttribute('datetime') ?? '')))
  expect(times.length).toBeGreaterThan(3)
  expect(times).toEqual([...times].sort((a, b) => b - a))
  await expect(page.getByRole('combobox', { name: 'Section' })).toHaveValue('sport')
})
