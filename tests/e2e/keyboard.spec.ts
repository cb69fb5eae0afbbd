import { expect, type Locator, type Page, test } from '@playwright/test'
import { type OwnServer, postComment, startOwnServer } from './own-server'
import { ADMIN_TOKEN } from './sites'

let server: OwnServer
test.beforeAll(async () => {
  server = await startOwnServer()
})
test.afterAll(() => server.stop())

/** More than any page has that takes the focus. */
const MOST_STOPS = 80

/** Goes on by Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < MOST_STOPS; i++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element.matches(':focus'))) return
  }
  throw new Error(`Tab never came to ${target}`)
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${server.url}/moderate`)
  await tabTo(page, page.locator('input[type="password"]'))
  await page.keyboard.type(ADMIN_TOKEN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comments')
  // Keys pressed before the page's script has run do nothing.
  await page.waitForLoadState()
}

test('by keys alone: from the masthead to a search, an article, sharing, a comment, and its approval', async ({
  page,
}) => {
  await page.goto(server.url)
  const masthead = page.getByRole('banner')
  await tabTo(page, masthead.getByRole('searchbox').or(masthead.getByRole('combobox')))
  await page.keyboard.type('bridge')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=bridge$/)
  await tabTo(page, page.getByRole('main').locator('a[href^="/articles/bridge"]').first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/articles\/bridge/)

  const share = page.getByRole('main').getByRole('link', { name: 'Share', exact: true })
  await tabTo(page, share)
  await page.keyboard.press('Enter')
  await expect(share).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('button', { name: 'Copy link' }).first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(share).toBeFocused()

  await tabTo(
    page,
    page
      .getByRole('main')
      .getByRole('link', { name: /^Comment/ })
      .first(),
  )
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#respond$/)
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }))
  await page.keyboard.type('Keys')
  await page.keyboard.press('Tab')
  await page.keyboard.type('See www.example.org')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('An editor reads each comment before it appears.')).toBeVisible()

  await signIn(page)
  await page.keyboard.press('j')
  await expect(page.locator('#queue > li:focus')).toContainText('Keys')
  await page.keyboard.press('a')
  await expect(page.getByRole('article', { name: 'Keys' })).toHaveCount(0)
  await page.goto(`${server.url}/articles/bridge`)
  await expect(page.getByRole('article', { name: 'Keys' })).toBeVisible()
})

test('in the queue j and k go from comment to comment, a approves, r rejects, and typing does neither', async ({
  page,
}) => {
  for (const name of ['One', 'Two', 'Three']) {
    await postComment(server, 'ferry', name, `${name}: www.example.org`)
  }
  await signIn(page)
  const focused = page.locator('#queue > li:focus')
  const names = page.locator('#queue > li article')
  await expect(names).toHaveCount(3)
  await page.keyboard.press('a')
  await page.keyboard.press('r')
  await expect(names).toHaveCount(3)
  const nameAt = (i: number) => names.nth(i).getAttribute('aria-labelledby')
  const order = [await nameAt(0), await nameAt(1), await nameAt(2)]
  const at = async (i: number) =>
    expect(focused.getByRole('article')).toHaveAttribute('aria-labelledby', order[i] ?? '')
  await page.keyboard.press('j')
  await at(0)
  await page.keyboard.press('j')
  await at(1)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await at(2)
  await page.keyboard.press('k')
  await at(1)
  await page.keyboard.press('Control+r')
  await expect(names).toHaveCount(3)

  await names.nth(0).getByText('Reply as editor').click()
  await names.nth(0).locator('textarea').fill('')
  await page.keyboard.type('jar')
  await expect(names.nth(0).locator('textarea')).toHaveValue('jar')
  await expect(names).toHaveCount(3)

  await page.goto(`${server.url}/moderate`)
  await page.keyboard.press('j')
  await page.keyboard.press('a')
  await expect(names).toHaveCount(2)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('r')
  await expect(names).toHaveCount(1)
  expect(await nameAt(0)).toBe(order[1])
  await page.goto(`${server.url}/moderate?show=rejected`)
  await expect(page.locator(`[aria-labelledby="${order[2]}"]`)).toBeVisible()
  await page.goto(`${server.url}/moderate?show=approved`)
  await expect(page.locator(`[aria-labelledby="${order[0]}"]`)).toBeVisible()
})
