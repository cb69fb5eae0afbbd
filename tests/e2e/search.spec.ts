import { expect, type Page, test } from '@playwright/test'
import { findings } from './axe'
import { HARBOUR_STORIES } from './long-archive'
import { urlOf } from './sites'

const nato = 'Why Did Japan Skip the NATO Summit?'
const tariffs = 'Japan, U.S. to Continue Tariff Talks as July Deadline Nears'

const results = (page: Page) => page.getByRole('main').getByRole('article')
const masthead = (page: Page) => page.getByRole('search', { name: 'Search this site' })
const box = (page: Page) => masthead(page).locator('input')

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a reader searches from any page and opens a result at its passage', async ({ page }) => {
      await page.goto('/about')
      await box(page).fill('nato attendance')
      await masthead(page).getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL(/\/search\?q=nato\+attendance$/)
      await expect(page).toHaveTitle(/^nato attendance: search/)
      await expect(results(page).first().getByRole('heading')).toHaveText(nato)
      await expect(results(page).first().locator('mark').first()).toBeVisible()
      await expect(results(page).first().locator('time')).toHaveText('28 June 2025')
      await results(page).first().locator('a:has(mark)').click()
      await expect(page.locator(':target mark, :target')).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(nato)
    })

    test('a misspelt word is corrected, and the corrected search has a link', async ({ page }) => {
      await page.goto('/search?q=tarrif')
      await expect(results(page).first().getByRole('heading')).toHaveText(tariffs)
      await page.getByRole('link', { name: 'tariff', exact: true }).click()
      await expect(page).toHaveURL('/search?q=tariff')
      await expect(page.getByText('Did you mean')).toHaveCount(0)
    })

    test('links add filters to a search, and remove them', async ({ page }) => {
      await page.goto('/search?q=japan')
      await page.getByRole('main').getByRole('link', { name: 'Indo-Pacific', exact: true }).click()
      await expect(results(page)).toHaveCount(2)
      await page.getByRole('link', { name: /^tag:.*remove$/ }).click()
      await expect(results(page)).toHaveCount(4)
    })

    test('a link asks for the words in their order, and another takes that back', async ({
      page,
    }) => {
      await page.goto('/search?q=tariff+talks')
      const all = await results(page).count()
      await page.getByRole('main').getByRole('link', { name: '"tariff talks"' }).click()
      await expect(page).toHaveURL('/search?q=%22tariff%20talks%22')
      await expect(results(page)).toHaveCount(1)
      await page.getByRole('link', { name: '"tariff talks": remove' }).click()
      await expect(page).toHaveURL('/search?q=tariff%20talks')
      await expect(results(page)).toHaveCount(all)
    })

    test('results continue over several pages, each with an address, and end', async ({ page }) => {
      await page.goto(`${urlOf('long')}/search?q=harbour`)
      await expect(page.getByText(`${HARBOUR_STORIES} stories, page 1 of 2`)).toBeVisible()
      await expect(results(page)).toHaveCount(20)
      const first = await results(page).getByRole('heading').allTextContents()
      await page.getByRole('link', { name: 'More results' }).click()
      await expect(page).toHaveURL(/\/search\?q=harbour&page=2$/)
      await expect(results(page)).toHaveCount(HARBOUR_STORIES - 20)
      const second = await results(page).getByRole('heading').allTextContents()
      expect(new Set([...first, ...second]).size).toBe(HARBOUR_STORIES)
      await expect(page.getByRole('link', { name: 'More results' })).toHaveCount(0)
      await page.getByRole('link', { name: 'Better results' }).click()
      await expect(results(page).getByRole('heading')).toHaveText(first)
    })

    test('a search can be narrowed by language and by an exact phrase', async ({ page }) => {
      await page.goto(`${urlOf('long')}/search?q=harbour`)
      await page.getByRole('main').getByRole('link', { name: 'German', exact: true }).click()
      await expect(page).toHaveURL(/q=harbour%20lang%3Ade$/)
      await expect(results(page)).toHaveCount(12)
      await page
        .getByRole('main')
        .getByRole('searchbox')
        .or(page.getByRole('main').getByRole('combobox', { name: 'Search the archive' }))
        .fill('"7 ships" -strike')
      await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
      await expect(results(page)).toHaveCount(1)
      await expect(results(page).getByRole('heading')).toHaveText('The harbour on day 7')
    })

    test('tags are sorted by letter or by use', async ({ page }) => {
      await page.goto('/tags')
      await expect(page.getByRole('heading', { name: 'D', exact: true })).toBeVisible()
      await page.getByRole('link', { name: 'By use' }).click()
      await expect(page).toHaveURL('/tags?by=use')
      const named = page.getByRole('main').getByRole('listitem').getByRole('link')
      await expect(named.first()).toHaveText('Japan')
    })

    test('a search for nothing, or without a result, offers help', async ({ page }) => {
      await page.goto('/search')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search')
      await expect(page.getByText('these words in this order')).toBeHidden()
      await page.getByText('Search tips').click()
      await expect(page.getByText('these words in this order')).toBeVisible()
      // The newest stories are still there, to go on from.
      await expect(results(page)).toHaveCount(4)
      await page.goto(`/search?q=${encodeURIComponent('"tariff wombat" tag:welfare')}`)
      await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: 'tariff', exact: true }).click()
      await expect(results(page).first().getByRole('heading')).toHaveText(tariffs)
    })
  })
}

test('any text is a search, none is an error, and none is cached or indexed', async ({
  request,
}) => {
  const texts = [
    '"',
    'a OR',
    '*',
    '-x',
    "'; DROP TABLE texts",
    '🗾',
    '\u0001',
    '日本 の',
    'x'.repeat(10_000),
  ]
  for (const text of texts) {
    const response = await request.get('/search', { params: { q: text } })
    expect(response.status(), text).toBe(200)
    expect(response.headers()['cache-control']).toContain('no-store')
    expect(await response.text()).toContain('content="noindex, follow"')
  }
  for (const address of ['/search?q=japan&page=9', '/search?q=japan&page=02'])
    expect((await request.get(address)).status(), address).toBe(404)
})

test('a synonym redirects to its tag for good; the tag’s page says what it is', async ({
  page,
  request,
}) => {
  const response = await request.get('/tags/sdf', { maxRedirects: 0 })
  expect(response.status()).toBe(308)
  expect(response.headers().location).toBe('/tags/self-defense-forces')
  await page.goto('/tags/japan-us-relations')
  await expect(page).toHaveURL('/tags/japan-u-s-relations')
  await expect(page.getByText('The alliance and the trade between')).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Related topics' })
    .getByRole('link', { name: '#Indo-Pacific' })
    .click()
  await expect(page).toHaveURL('/tags/indo-pacific')
})

test('a tag in any script has a page at a readable address', async ({ page }) => {
  await page.goto(`${urlOf('hostile')}/tags`)
  await page.getByRole('main').getByRole('link', { name: 'مرحبا بالعالم' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('#مرحبا بالعالم')
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/tags/مرحبا-بالعالم')
  await expect(page.getByText('1 story', { exact: true })).toBeVisible()
})

test('suggestions can be reached by keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('/')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('nat')
  const list = page.getByRole('listbox', { name: 'Suggestions' })
  await expect(list.getByRole('option')).toHaveText([/^NATO\s*Topic$/, nato])
  await expect(masthead(page).getByRole('combobox')).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('search-box').getByRole('status')).toHaveText('2 suggestions')
  await page.keyboard.press('ArrowDown')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.type('o')
  await expect(list).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/articles/why-did-japan-skip-the-nato-summit')
})

test('a click takes a suggestion, and the form works without one', async ({ page }) => {
  await page.goto('/search')
  await page.keyboard.press('/')
  const input = page.getByRole('main').getByRole('combobox', { name: 'Search the archive' })
  await expect(input).toBeFocused()
  await input.pressSequentially('welf')
  await page.getByRole('option', { name: /^Welfare/ }).click()
  await expect(page).toHaveURL('/tags/welfare')
  await page.goBack()
  // Suggestions load when the field is first used.
  const plain = page.getByRole('main').locator('input[name=q]')
  await plain.fill('welfare')
  await plain.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=welfare(?:&|$)/)
})
