import { type APIResponse, expect, type Locator, type Page, test } from '@playwright/test'
import { findings } from './axe'

const nato = '/articles/why-did-japan-skip-the-nato-summit'

const shareOf = (page: Page) => page.getByRole('region', { name: 'Share' })
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

/** Selects these words of an element's text, as a reader does by dragging. */
async function select(place: Locator, words: string): Promise<void> {
  await place.evaluate((element, text) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(text) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + text.length)
      return
    }
    throw new Error(`No “${text}” there`)
  }, words)
}

async function copyQuote(page: Page, place: Locator, words: string): Promise<string[]> {
  await place.scrollIntoViewIfNeeded()
  await select(place, words)
  await page.getByRole('button', { name: 'Copy quote with link' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  return (await copied(page)).split('\n')
}

/** Whether the browser marks these pixels as found text: in the colour of app/styles/tokens.css. */
async function isHighlighted(page: Page, place: Locator): Promise<boolean> {
  const clip = await place.boundingBox()
  if (clip === null) return false
  const png = (await page.screenshot({ clip })).toString('base64')
  return page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    })
    const context = canvas.getContext('2d')
    context?.drawImage(image, 0, 0)
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? []
    for (let i = 0; i < pixels.length; i += 4) {
      // #fbe9a9, the light theme's mark
      if (pixels[i] === 0xfb && pixels[i + 1] === 0xe9 && pixels[i + 2] === 0xa9) return true
    }
    return false
  }, png)
}

for (const javaScriptEnabled of [true, false]) {
  test(`plain links pass an article on, with script ${javaScriptEnabled ? 'on' : 'off'}`, async ({
    browser,
    baseURL,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled, ...(baseURL && { baseURL }) })
    await page.goto(`${nato}?utm_source=chat`)
    const links = shareOf(page).getByRole('link')
    await expect(links).toHaveText(['E-mail', 'WhatsApp', 'Bluesky', 'Facebook', 'X', 'Comment↓'])
    for (const href of await links.evaluateAll((all) =>
      all.slice(0, -1).map((a) => a.getAttribute('href')),
    )) {
      const address = new URL(href ?? '')
      expect(address.protocol).toMatch(/^(https|mailto):$/)
      const sent = [...address.searchParams.values()].join('\n')
      expect(sent).toContain(`${baseURL}${nato}`)
      expect(sent).not.toContain('utm_source')
    }
    const buttons = shareOf(page).getByRole('button')
    if (javaScriptEnabled) await expect(buttons).toHaveText(['Copy link'])
    else await expect(buttons).toHaveCount(0)
    await page.close()
  })
}

test.describe('in a browser that can copy', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'], colorScheme: 'light' })

  test('the link is copied without its query and fragment, and the page says so', async ({
    page,
    baseURL,
  }) => {
    await page.goto(`${nato}?utm_source=chat#s-1`)
    await shareOf(page).getByRole('button', { name: 'Copy link' }).click()
    await expect(shareOf(page).getByRole('status')).toHaveText('Copied')
    expect(await copied(page)).toBe(`${baseURL}${nato}`)
    await expect(shareOf(page).getByRole('button', { name: 'Copy link' })).toBeVisible()
  })

  test('a quote is copied in whole words with an address that leads to it', async ({
    page,
    baseURL,
    context,
  }) => {
    await page.goto(nato)
    const sentence = page.locator('[id^="s-"]', { hasText: 'Germany was also cautious.' })
    const [quote, address = ''] = await copyQuote(page, sentence, 'many was also caut')
    expect(quote).toBe('“Germany was also cautious”')
    expect(address).toBe(`${baseURL}${nato}#:~:text=Germany%20was%20also%20cautious`)
    const other = await context.newPage()
    await other.goto(address)
    const there = other.locator('[id^="s-"]', { hasText: 'Germany was also cautious.' })
    await expect(there).toBeInViewport()
    expect(await isHighlighted(other, there)).toBe(true)
  })

  test('neighbouring words identify a quote that occurs more than once', async ({
    page,
    context,
  }) => {
    await page.goto(nato)
    const last = page.locator('article [id^="s-"]', { hasText: 'Japan' }).last()
    const text = await last.textContent()
    const [, address = ''] = await copyQuote(page, last, 'Japan')
    expect(address).toMatch(/#:~:text=[^,]+-,Japan%E2%80%99s,-[^,]+$/)
    const other = await context.newPage()
    await other.goto(address)
    const there = other.locator('article [id^="s-"]', { hasText: text ?? '' }).last()
    await expect(there).toBeInViewport()
    expect(await isHighlighted(other, there)).toBe(true)
    // It contains the word too, and comes first.
    await expect(other.getByRole('heading', { level: 1 })).not.toBeInViewport()
  })

  test('the first and last words identify a quote over several paragraphs', async ({
    page,
    context,
  }) => {
    await page.goto(nato)
    await page.evaluate(() => {
      const [, second, third] = document.querySelectorAll('article p:has([id^="s-"])')
      if (!second || !third) throw new Error('There are no such paragraphs')
      getSelection()?.setBaseAndExtent(second, 0, third, third.childNodes.length)
    })
    await page.getByRole('button', { name: 'Copy quote with link' }).click()
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
    const address = (await copied(page)).split('\n').at(-1) ?? ''
    expect(address).toMatch(/#:~:text=(?:[^,]+-,)?[^,]+[^,-],[^,-][^,]*(?:,-[^,]+)?$/)
    const other = await context.newPage()
    await other.goto(address)
    const second = other.locator('article p:has([id^="s-"])').nth(1)
    await expect(second).toBeInViewport()
    expect(await isHighlighted(other, second)).toBe(true)
  })

  test('nothing is offered for copying when nothing is selected, or nothing of the article', async ({
    page,
  }) => {
    await page.goto(nato)
    const button = page.getByRole('button', { name: 'Copy quote with link' })
    await select(page.getByRole('contentinfo'), 'Broadsheet')
    await page.waitForTimeout(500)
    await expect(button).toBeHidden()
    await select(page.locator('[id^="s-"]').first(), 'Japan')
    await expect(button).toBeVisible()
    await page.evaluate(() => getSelection()?.removeAllRanges())
    await expect(button).toBeHidden()
  })

  test('axe finds nothing while a quote is offered', async ({ page }) => {
    await page.goto(nato)
    await select(page.locator('[id^="s-"]').first(), 'Japan')
    await expect(page.getByRole('button', { name: 'Copy quote with link' })).toBeVisible()
    expect(await findings(page)).toEqual([])
  })
})

test('the system’s own share sheet opens where there is one', async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: async (data: ShareData) => Object.assign(globalThis, { shared: data }),
    })
  })
  await page.goto(nato)
  await page.getByRole('list', { name: 'Share and read' }).getByText('Share').click()
  expect(await page.evaluate(() => Reflect.get(globalThis, 'shared'))).toEqual({
    title: 'Why Did Japan Skip the NATO Summit? | Broadsheet',
    url: `${baseURL}${nato}`,
  })
})

test('the share image named in the head exists, in the size that the head says', async ({
  page,
}) => {
  for (const path of [nato, '/tags/nato', '/sections/economy', '/']) {
    await page.goto(path)
    const meta = (name: string) =>
      page.locator(`head meta[property="og:image${name}"]`).getAttribute('content')
    const image = (await meta('')) ?? ''
    const reply = await page.request.get(image)
    expect(reply.status(), image).toBe(200)
    expect(reply.headers()['content-type']).toBe('image/png')
    // The PNG's header says so: https://www.w3.org/TR/png-3/#11IHDR
    const bytes = await reply.body()
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      Number(await meta(':width')),
      Number(await meta(':height')),
    ])
    expect(await meta(':alt')).not.toBe('')
    expect(await page.locator('head meta[name="twitter:card"]').getAttribute('content')).toBe(
      'summary_large_image',
    )
  }
})

/** Vary as a set of lower-case names. */
const varyOf = (reply: APIResponse) =>
  new Set((reply.headers().vary ?? '').toLowerCase().split(/\s*,\s*/))

test('an article is Markdown for clients that prefer it, and caches learn of both forms', async ({
  request,
}) => {
  const ask = (path: string, accept: string, more = {}) =>
    request.get(path, { headers: { accept, ...more } })
  const html = await ask(nato, 'text/html,*/*;q=0.8')
  expect(html.headers()['content-type']).toContain('text/html')
  expect(varyOf(html)).toContain('accept')
  const { etag = '' } = html.headers()
  const again = await ask(nato, 'text/html', { 'if-none-match': etag })
  expect(again.status()).toBe(304)
  expect(varyOf(again)).toContain('accept')

  const markdown = await ask(nato, 'text/markdown')
  expect(markdown.headers()).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    'content-location': `${nato}.md`,
    'cdn-cache-control': 'no-store',
  })
  expect(varyOf(markdown)).toContain('accept')
  // The ETag of one representation doesn't match the other.
  expect((await ask(nato, 'text/markdown', { 'if-none-match': etag })).status()).toBe(200)

  const file = await ask(`${nato}.md`, '*/*')
  expect(await file.text()).toBe(await markdown.text())
  expect(varyOf(file)).not.toContain('accept')
})

test('the head of an article links to its oEmbed descriptions', async ({ page, request }) => {
  await page.goto(nato)
  const link = (type: string) =>
    page.locator(`head link[rel=alternate][type="${type}"]`).getAttribute('href')
  const json = await request.get((await link('application/json+oembed')) ?? '')
  expect(await json.json()).toMatchObject({ version: '1.0', type: 'link' })
  const xml = await request.get((await link('text/xml+oembed')) ?? '')
  expect(xml.headers()['content-type']).toContain('text/xml')
  expect(await xml.text()).toContain('<type>link</type>')
  const address = encodeURIComponent(page.url())
  for (const [query, status] of [
    [`url=${address}&format=yaml`, 501],
    ['url=https%3A%2F%2Felsewhere.example%2F', 404],
    ['', 400],
  ] as const) {
    expect((await request.get(`/oembed?${query}`)).status(), query).toBe(status)
  }
})

test('every feed on the page of feeds exists, knows its own address, and says when nothing is new', async ({
  page,
  request,
}) => {
  await page.goto('/feeds')
  const paths = await page
    .getByRole('main')
    .getByRole('link', { name: /feed$/ })
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  expect(paths).toContain('/corrections/atom.xml')
  expect(paths.length).toBeGreaterThan(12)
  for (const path of [...paths, '/tags/nato/feed.xml']) {
    const reply = await request.get(path)
    expect(reply.status(), path).toBe(200)
    expect(await reply.text(), path).toContain(`${new URL(path, page.url()).href}"`)
    const { etag = '' } = reply.headers()
    const again = await request.get(path, { headers: { 'If-None-Match': etag } })
    expect(again.status(), path).toBe(304)
  }
})

test('the feeds named in a page’s head exist', async ({ page, request }) => {
  for (const path of ['/', nato, '/tags/nato', '/sources/jiji-press', '/corrections']) {
    await page.goto(path)
    const links = page.locator('head link[rel=alternate][type="application/rss+xml"]')
    const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    expect(addresses.length, path).toBe(path === '/' || path === nato ? 1 : 2)
    for (const address of addresses) expect((await request.get(address)).status()).toBe(200)
  }
})
