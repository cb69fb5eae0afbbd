import { expect, test } from '@playwright/test'

const nato = '/articles/why-did-japan-skip-the-nato-summit'
const headlines = [
  'Why Did Japan Skip the NATO Summit?',
  'U.S. Forces Japan chief calls new command ‘historic’ shift',
  'Japan, U.S. to Continue Tariff Talks as July Deadline Nears',
  'Editorial: Japan gov’t must reflect on illegal reduction of welfare benefits, make amends',
]

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('the front page starts with the lead story, followed by the newest', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      const shown = page.getByRole('main').getByRole('article').getByRole('heading')
      await expect(shown).toHaveText(headlines)
    })

    test('a reader goes from the front page through an article to a related one and to its tag', async ({
      page,
    }) => {
      await page.goto('/')
      await page.getByRole('link', { name: headlines[0] ?? '' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headlines[0] ?? '')
      await expect(page.getByText('28 June 2025', { exact: true }).first()).toBeVisible()
      await expect(page.getByText(/\d min read/)).toBeVisible()
      await expect(page.getByText('More than a year old')).toBeVisible()
      await expect(
        page.getByText('the recognition that the security of Euro-Atlantic'),
      ).toBeVisible()

      const rail = page.getByRole('complementary', { name: 'Related articles' })
      await expect(rail.getByRole('article')).toHaveCount(3)
      await expect(rail.getByText(headlines[0] ?? '')).toHaveCount(0)
      const first = rail.getByRole('article').first()
      await expect(first.getByRole('link', { name: 'Asahi Shimbun' })).toBeVisible()
      await expect(first.locator('time')).toHaveText('28 June 2025')
      await expect(first.getByText(/^More on .*Indo-Pacific/)).toBeVisible()
      await expect(first.getByText(/^The commander of U.S. Forces Japan said/)).toBeVisible()
      await first.getByRole('heading').getByRole('link').click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(headlines[1] ?? '')

      const quoted = page.getByRole('blockquote')
      await expect(quoted.getByRole('heading', { name: /^Advancing the Alliance/ })).toBeVisible()

      await page
        .getByRole('region', { name: 'Hashtags' })
        .getByRole('link', { name: '#Indo-Pacific' })
        .click()
      await expect(page).toHaveURL('/tags/indo-pacific')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('#Indo-Pacific')
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(2)
    })

    test('lists of a source, a section and all tags lead to their stories', async ({ page }) => {
      await page.goto('/sources/the-mainichi')
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(1)
      await page.goto('/sections/economy')
      await expect(page.getByRole('main').getByRole('article').getByRole('heading')).toHaveText([
        headlines[2] ?? '',
      ])
      await page.goto('/tags')
      await page.getByRole('main').getByRole('link', { name: 'Welfare' }).click()
      await expect(page.getByRole('main').getByRole('article').getByRole('heading')).toHaveText([
        headlines[3] ?? '',
      ])
    })

    test('the footer links to plain pages', async ({ page }) => {
      await page.goto('/')
      await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy')
    })

    test('an unknown address says so and leads back', async ({ page }) => {
      for (const path of [
        '/articles/no-such-story',
        '/nothing',
        '/tags/none',
        '/page/99',
        '/a/b/c',
        '/page/0',
      ]) {
        const response = await page.goto(path)
        expect(response?.status(), path).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(
          page.getByRole('main').getByRole('link', { name: /front page/i }),
        ).toBeVisible()
        await expect(page.getByRole('contentinfo')).toBeVisible()
      }
    })
  })
}

test('another spelling of a tag redirects to its one address', async ({ page }) => {
  await page.goto('/tags/NATO')
  await expect(page).toHaveURL('/tags/nato')
  await page.goto('/page/1')
  await expect(page).toHaveURL('/')
})

test('a page says what it is and what its address is', async ({ page }) => {
  await page.goto(`${nato}?utm_source=chat`)
  await expect(page).toHaveTitle('Why Did Japan Skip the NATO Summit? | Broadsheet')
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  expect(new URL(canonical ?? '').pathname).toBe(nato)
  expect(await page.locator('head meta[name=description]').getAttribute('content')).toMatch(
    /^On June 23/,
  )
})

test('every sentence has an address that the browser finds', async ({ page }) => {
  await page.goto(nato)
  const sentence = page.locator('[id^="s-"]', { hasText: 'Germany was also cautious.' })
  const id = await sentence.getAttribute('id')
  await page.goto(`${nato}#${id}`)
  await expect(sentence).toBeInViewport()
  expect(await sentence.evaluate((element) => element.matches(':target'))).toBe(true)
})
