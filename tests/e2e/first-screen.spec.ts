import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { type OwnServer, startOwnServer } from './own-server'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
/** The expected figures are for these fonts; with others lines break elsewhere. */
const MEASURED_IN = ['Noto Sans', 'Noto Serif']

const DEMO = [
  'why-did-japan-skip-the-nato-summit',
  'us-forces-japan-chief-calls-new-command-historic-shift',
  'japan-us-to-continue-tariff-talks-as-july-deadline-nears',
  'editorial-japan-govt-must-reflect-on-illegal-reduction-of-welfare-benefits',
]

/** The fonts in which the headline, the byline and the text are really drawn. */
async function facesOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const faces = new Set<string>()
  for (const selector of ['h1', 'h1 ~ div time', 'main article p [id^="s-"]']) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    for (const { familyName } of fonts) faces.add(familyName)
  }
  return [...faces].sort()
}

const topOf = (page: Page, selector: string) =>
  page.evaluate((name) => {
    const found = document.querySelector(name)
    return found ? found.getBoundingClientRect().top + scrollY : Number.POSITIVE_INFINITY
  }, selector)

const FIRST_PARAGRAPH = 'main article p:has([id^="s-"])'

async function openIn(page: Page, url: string, window: typeof PHONE) {
  await page.setViewportSize(window)
  await page.goto(url, { waitUntil: 'networkidle' })
  const faces = await facesOf(page)
  test.skip(String(faces) !== String(MEASURED_IN), `set in ${faces.join(', ')}: not measured`)
}

for (const slug of DEMO) {
  test(`the text of ${slug} starts on the first screen`, async ({ page }) => {
    for (const [window, most] of [
      [PHONE, 520],
      [DESK, 480],
    ] as const) {
      await openIn(page, `/articles/${slug}`, window)
      expect(await topOf(page, FIRST_PARAGRAPH), `${window.width} px wide`).toBeLessThanOrEqual(
        most,
      )
    }
  })
}

test.describe('an article with a picture, a standfirst and key points', () => {
  let server: OwnServer
  test.beforeAll(async () => {
    server = await startOwnServer({ CONTENT_DIR: await writePaper() })
  })
  test.afterAll(() => server.stop())

  for (const name of ['landscape', 'portrait']) {
    test(`of a ${name} shows the top of the picture, and the text soon after`, async ({ page }) => {
      for (const [window, most] of [
        [PHONE, 900],
        [DESK, 1_000],
      ] as const) {
        await openIn(page, `${server.url}/articles/${name}`, window)
        await expect(page.getByRole('region', { name: 'Key points' })).toBeVisible()
        expect(await topOf(page, 'main article figure img')).toBeLessThan(window.height)
        expect(await topOf(page, FIRST_PARAGRAPH), `${window.width} px wide`).toBeLessThanOrEqual(
          most,
        )
      }
    })
  }

  test('opens its picture over the page, and closing it leads back', async ({ page }) => {
    await page.goto(`${server.url}/articles/portrait`)
    const link = page.getByRole('link', { name: 'A wall at dusk' })
    await link.click()
    const dialog = page.getByRole('dialog', { name: 'A wall at dusk' })
    await expect(dialog.getByRole('img')).toBeVisible()
    await expect(dialog.getByText('The wall. Ann Lee')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(link).toBeFocused()
  })
})

/** A content folder of two stories, one with a wide picture and one with a tall one. */
async function writePaper(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-pictures-'))
  mkdirSync(path.join(folder, 'articles'))
  mkdirSync(path.join(folder, 'media'))
  writeFileSync(
    path.join(folder, 'site.yaml'),
    'name: Broadsheet\ndescription: News.\nlang: en\ntimeZone: UTC\nsections: [World, Economy]\n',
  )
  const sizes = { landscape: [1_500, 1_000], portrait: [1_000, 1_500] } as const
  for (const [name, [width, height]] of Object.entries(sizes)) {
    const picture = sharp({ create: { width, height, channels: 3, background: '#345' } })
    writeFileSync(path.join(folder, 'media', `${name}.jpg`), await picture.jpeg().toBuffer())
    writeFileSync(path.join(folder, 'articles', `${name}.md`), story(name))
  }
  return folder
}

const PLACES = ['Rotterdam', 'Lagos', 'Lima', 'Osaka', 'Perth', 'Quito', 'Cairo', 'Oslo', 'Turku']

const story = (name: string) => `---
title: Ceasefire talks go into the night as both sides soften
description: Mediators say a text is within reach; four articles remain open, among them the one that sank the last round.
date: 2026-11-01T09:00
section: World
authors: [Mika Tanabe, Owen Hargreaves]
image: { src: media/${name}.jpg, alt: A wall at dusk, caption: The wall., credit: Ann Lee }
---

The talks went on.

${PLACES.map(
  (place, i) =>
    `The harbour authority of ${place} said on Monday that it had moved ${i + 3} cranes to the northern quay of the city. A spokesman for ${place} called the ${i + 12} pages of the agreement the longest text that the port has ever signed.`,
).join('\n\n')}
`
