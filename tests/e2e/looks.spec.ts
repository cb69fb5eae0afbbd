import { expect, type Page, test } from '@playwright/test'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expectSound, expectToFit } from './axe'
import { hostilePages, pageTypes } from './page-types'
import { urlOf } from './sites'

/** The text of a PDF, its lines joined by spaces. */
async function printedWords(pdf: Uint8Array): Promise<string> {
  const { numPages, getPage } = await open(pdf)
  const pages = Array.from({ length: numPages }, async (_, i) => {
    const { items } = await (await getPage(i + 1)).getTextContent()
    return items.map((item) => ('str' in item ? item.str : '')).join(' ')
  })
  return (await Promise.all(pages)).join(' ').replace(/\s+/g, ' ')
}

async function open(pdf: Uint8Array) {
  const document = await getDocument({
    data: new Uint8Array(pdf),
    verbosity: VerbosityLevel.ERRORS,
  }).promise
  return { numPages: document.numPages, getPage: (number: number) => document.getPage(number) }
}

/** Links, buttons and fields too small for a finger, except those in a line of text. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, button, input, summary')]
      .filter((target) => !target.closest('p, blockquote, li p, h1, h2, h3, [href="#main"]'))
      .filter((target) => {
        const box = target.getBoundingClientRect()
        return box.height > 0 && (box.height < 24 || box.width < 24)
      })
      .map((target) => target.outerHTML),
  )

for (const { name, path } of pageTypes) {
  test(`${name} doesn’t shift as it loads and fits every window`, async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(globalThis, { shifts: 0 })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ('value' in entry && typeof entry.value === 'number')
            Object.assign(globalThis, { shifts: Reflect.get(globalThis, 'shifts') + entry.value })
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => Reflect.get(globalThis, 'shifts'))).toBe(0)
    await expectToFit(page, [320, 390, 820, 1440, 2560])
    await page.setViewportSize({ width: 390, height: 800 })
    expect(await smallTargets(page), 'targets under 24 px, but in a line of text').toEqual([])
  })
}

test('hostile texts stay within their page, even at 200%, and axe finds nothing', async ({
  page,
}) => {
  for (const path of hostilePages) {
    await page.goto(urlOf('hostile') + path)
    await expectToFit(page, [320, 820, 1440])
    await expectSound(page, [1280])
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    await expectToFit(page, [640], `${path} at 200%`)
  }
})

test('a right-to-left article runs from right to left on a left-to-right page', async ({
  page,
}) => {
  await page.goto(`${urlOf('hostile')}/articles/arabic`)
  const article = page.getByRole('main').getByRole('article').first()
  await expect(article).toHaveAttribute('lang', 'ar')
  expect(await article.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).direction)).toBe(
    'ltr',
  )
})

test('the rail is beside the text on a desktop and after it on a phone', async ({ page }) => {
  const place = async (width: number) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/articles/why-did-japan-skip-the-nato-summit')
    const rail = await page.getByRole('complementary', { name: 'Related articles' }).boundingBox()
    const text = await page.getByText('On June 23, Japanese Prime Minister').last().boundingBox()
    return { rail: rail ?? { x: 0, y: 0 }, text: text ?? { x: 0, y: 0, width: 0, height: 0 } }
  }
  const desk = await place(1440)
  expect(desk.rail.x).toBeGreaterThan(desk.text.x + desk.text.width)
  const phone = await place(390)
  expect(phone.rail.y).toBeGreaterThan(phone.text.y + phone.text.height)
})

test('a line of text has 45 to 80 characters on a desktop', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto('/articles/why-did-japan-skip-the-nato-summit')
  const longest = await page
    .getByText('Some in Japan have criticized Ishiba')
    .evaluate((sentence) => {
      const paragraph = sentence.closest('p')
      const range = document.createRange()
      range.selectNodeContents(paragraph ?? sentence)
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom))).size
      return (paragraph?.textContent?.length ?? 0) / lines
    })
  expect(longest).toBeGreaterThan(45)
  expect(longest).toBeLessThan(80)
})

test('the skip link leads past the masthead by keyboard', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the text' })
  await expect(skip).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a reader chooses a theme and a text size by keyboard, and the next page has them without a flash', async ({
  page,
}) => {
  await page.goto('/')
  const ground = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize)
  expect(await size()).toBe('16px')
  const light = await ground()
  const settings = page.getByRole('button', { name: /Reading settings/ })
  await settings.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  const dark = await ground()
  expect(dark).not.toBe(light)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Large', exact: true })).toBeChecked()
  expect(await size()).toBe('18px')
  await page.keyboard.press('Escape')
  await expect(settings).toBeFocused()

  // The choice takes effect before anything is painted: the root has it when the body starts.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.body && !('early' in globalThis))
        Object.assign(globalThis, { early: { ...document.documentElement.dataset } })
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/about')
  expect(await page.evaluate(() => Reflect.get(globalThis, 'early'))).toMatchObject({
    theme: 'dark',
    text: 'large',
  })
  expect(await ground()).toBe(dark)
  expect(await size()).toBe('18px')
})

test('a printed article has its headline, text and address, and no navigation', async ({
  page,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'only Chromium prints to a file')
  await page.goto('/articles/why-did-japan-skip-the-nato-summit')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(
    page.getByText(/^http.*\/articles\/why-did-japan-skip-the-nato-summit$/),
  ).toBeVisible()
  await expect(page.getByText('Germany was also cautious.')).toBeVisible()
  for (const hidden of [
    page.getByRole('navigation', { name: 'Sections' }),
    page.getByRole('contentinfo'),
    page.getByRole('complementary'),
    page.getByRole('link', { name: 'Skip to the text' }),
  ]) {
    await expect(hidden).toHaveCount(0)
  }
  const words = await printedWords(await page.pdf({ format: 'A4' }))
  expect(words).toContain('Why Did Japan Skip the NATO Summit?')
  expect(words).toContain('On June 23, Japanese Prime Minister')
  expect(words).toContain('determined yet.')
  expect(words).toContain('/articles/why-did-japan-skip-the-nato-summit')
  for (const furniture of [
    'Front page',
    'Related articles',
    'Hashtags',
    'Privacy',
    'Post comment',
    'Ask this article',
  ]) {
    expect(words).not.toContain(furniture)
  }
})

test('forced colours leave the headline, links and focus visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  await expect(page.getByRole('img').or(page.locator('header svg')).first()).toBeVisible()
  const fill = await page
    .locator('header svg')
    .first()
    .evaluate((svg) => getComputedStyle(svg).fill)
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(fill).not.toBe(ground)
})
