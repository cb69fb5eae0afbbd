import { expect, type Page, test } from '@playwright/test'
import { expectSound, expectToFit } from './axe'
import { ADMIN_TOKEN, urlOf } from './sites'

const nato = '/articles/why-did-japan-skip-the-nato-summit'
const title = 'Why Did Japan Skip the NATO Summit?'

/** These sections are closed at first, so that the article starts on the first screen. */
const unfold = (page: Page, name: string) => page.locator('summary', { hasText: name }).click()

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Your question' }).fill(question)
  await page.getByRole('button', { name: 'Ask' }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a key point leads to its sentence in the text, which is highlighted', async ({
      page,
    }) => {
      await page.goto(nato)
      await unfold(page, 'Key points')
      const points = page.getByRole('region', { name: 'Key points' })
      await expect(points.getByText('Chosen automatically from the article')).toBeVisible()
      const links = points.getByRole('listitem').getByRole('link')
      expect(await links.count()).toBeGreaterThanOrEqual(2)
      expect(await links.count()).toBeLessThanOrEqual(3)
      const words = (await links.last().textContent()) ?? ''
      const id = (await links.last().getAttribute('href'))?.slice(1) ?? ''
      const sentence = page.locator(`[id="${id}"]`)
      const ground = () => sentence.evaluate((place) => getComputedStyle(place).backgroundColor)
      const before = await ground()
      await links.last().click()
      await expect(sentence).toBeInViewport()
      expect((await sentence.textContent())?.replace(/\s+/g, ' ').trim()).toBe(words)
      expect(await ground()).not.toBe(before)
      await points.getByRole('link', { name: 'How they are chosen' }).click()
      await expect(page.getByRole('heading', { name: 'Key points' })).toBeVisible()
    })

    test('a question to an article is answered by its own sentences, word for word', async ({
      page,
    }) => {
      await page.goto(nato)
      await unfold(page, 'Ask this article')
      await ask(page, 'Who attended the NATO summit instead of Ishiba?')
      await expect(page).toHaveURL(/\/ask\?q=.*&article=why-did-japan/)
      const answers = page.locator('section').filter({
        has: page.getByRole('heading', { name: 'In the article' }),
      })
      const quote = answers.getByRole('listitem').first()
      const words = (await quote.locator('blockquote').textContent())?.trim() ?? ''
      await expect(quote.getByRole('link', { name: title })).toBeVisible()
      await quote.locator('blockquote a').click()
      await expect(page).toHaveURL(new RegExp(`${nato}#s-`))
      const sentence = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
      expect((await sentence.textContent())?.replace(/\s+/g, ' ').trim()).toBe(words)
    })

    test('an article answers each question that it suggests', async ({ page }) => {
      await page.goto(nato)
      await unfold(page, 'Ask this article')
      const suggested = page.getByRole('list', { name: 'Questions it can answer' })
      const addresses = await suggested
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
      expect(addresses.length).toBeGreaterThan(0)
      for (const address of addresses) {
        await page.goto(address)
        await expect(page.getByText(`Nothing in “${title}” answers this.`)).toHaveCount(0)
        await expect(page.locator('blockquote').first()).toBeVisible()
      }
    })

    test('a question without an answer gets no guess, and is in the address', async ({ page }) => {
      await page.goto('/ask')
      const question = 'How do I bake <b>sourdough</b> bread?'
      await ask(page, question)
      await expect(page.getByText('Nothing in the archive answers this.')).toBeVisible()
      await expect(page.locator('blockquote')).toHaveCount(0)
      await expect(page.getByRole('searchbox', { name: 'Your question' })).toHaveValue(question)
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
      await page.goto('/ask?q=%00Who%E2%80%AE%07%3F')
      await expect(page.getByRole('searchbox', { name: 'Your question' })).toHaveValue('Who ?')
      await page.goto('/ask?q=')
      await expect(page.getByText('answers this')).toHaveCount(0)
    })

    test('what is said of a name is no answer, and the page says so', async ({ page }) => {
      await page.goto('/ask')
      await ask(page, 'How old is Mark Rutte?')
      await expect(page.getByText('Nothing in the archive answers this.')).toBeVisible()
      const near = page.getByRole('region', { name: /No answer, but this is said of Mark Rutte/ })
      await expect(near.locator('blockquote')).toContainText('Mark Rutte')
    })

    test('a reader reports a mistake, and an editor settles it', async ({ page, context }) => {
      const words = `This is not so, with script ${javaScriptEnabled}.`
      await page.goto(`${urlOf('discussed')}/articles/budget`)
      await unfold(page, 'Key points')
      const points = page.getByRole('region', { name: 'Key points' })
      const point = (await points.getByRole('listitem').first().textContent()) ?? ''
      await points.getByRole('link', { name: 'Report a mistake' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report a mistake')
      await page.getByRole('radio', { name: point }).check()
      await page.getByRole('textbox', { name: 'What is wrong?' }).fill('\u200b')
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByText('Please write something first.')).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'What is wrong?' })).toBeFocused()
      await expect(page.getByRole('radio', { name: point })).toBeChecked()
      await page.getByRole('textbox', { name: 'What is wrong?' }).fill(words)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByText('An editor will look at it.')).toBeVisible()
      expect(await context.cookies()).toEqual([])

      await page.goto(`${urlOf('discussed')}/moderate`)
      await page.getByLabel('ADMIN_TOKEN').fill(ADMIN_TOKEN)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByRole('link', { name: /Mistakes/ }).click()
      const report = page.getByRole('article', { name: 'Key points' }).filter({ hasText: words })
      await expect(report.getByRole('link', { name: point })).toBeVisible()
      await report.getByRole('button', { name: 'Settled' }).click()
      await expect(page.getByText(words)).toHaveCount(0)
      await page.goto(`${urlOf('discussed')}/moderate?show=trail`)
      await expect(page.getByRole('cell', { name: 'settle report' }).first()).toBeVisible()
    })
  })
}

test('questions, answers and reports fit their windows, and axe finds nothing on forms and notes', async ({
  page,
}) => {
  for (const path of ['/ask', '/report?on=answers&q=Who%3F', '/report?sent=1']) {
    await page.goto(path)
    await expectSound(page, [360, 1440])
  }
  for (const path of [
    `/ask?q=${encodeURIComponent('Who represented Japan at the NATO summit?')}`,
    `/ask?q=${encodeURIComponent('How old is Mark Rutte?')}`,
    `/ask?q=${'x'.repeat(400)}`,
    '/about/ai',
    '/report?on=key-points&article=why-did-japan-skip-the-nato-summit',
  ]) {
    await page.goto(path)
    await expectToFit(page, [360, 1440])
  }
})
