import { expect, type Page, test } from '@playwright/test'
import { expectSound, expectToFit } from './axe'
import { ADMIN_TOKEN, urlOf } from './sites'

test.use({ baseURL: urlOf('discussed') })

let writers = 0
/** Each reader has an address of their own, or all would share one network's rates. */
test.beforeEach(async ({ page }, { workerIndex }) => {
  const address = `198.51.${workerIndex % 256}.${++writers}`
  await page.setExtraHTTPHeaders({ 'x-forwarded-for': address })
})

async function write(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Comment' }).fill(text)
  await page.getByRole('button', { name: 'Post comment' }).click()
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/moderate')
  await page.getByLabel('ADMIN_TOKEN').fill(ADMIN_TOKEN)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Comments')
}

const commentBy = (page: Page, name: string) => page.getByRole('article', { name, exact: true })

for (const javaScriptEnabled of [true, false]) {
  const script = `with script ${javaScriptEnabled ? 'on' : 'off'}`
  const nameOf = (name: string) => `${name}, ${script}`

  test.describe(script, () => {
    test.use({ javaScriptEnabled })

    test('a comment waits, an editor approves it, and it is on the page at the next request', async ({
      page,
    }) => {
      const name = nameOf('Ann')
      await page.goto('/articles/harbour#respond')
      await write(page, name, 'See https://example.org for *more*.')
      await expect(page.getByText('An editor reads each comment before it appears.')).toBeVisible()
      await expect(page).toHaveURL(javaScriptEnabled ? /\/articles\/harbour/ : /\/c\/.*new=1/)
      await page.goto('/articles/harbour')
      await expect(page.getByText(name)).toHaveCount(0)

      await signIn(page)
      const queued = page.getByRole('article', { name })
      await expect(queued.getByText('has a link')).toBeVisible()
      await queued.getByRole('button', { name: 'Approve' }).click()
      await expect(page.getByRole('article', { name })).toHaveCount(0)

      await page.goto('/articles/harbour')
      const comment = commentBy(page, name)
      await expect(comment.getByRole('link', { name: 'https://example.org' })).toHaveAttribute(
        'rel',
        'nofollow ugc noopener noreferrer',
      )
      await comment.locator('a[href^="/c/"]').click()
      await expect(page).toHaveURL(/\/articles\/harbour#comment-/)
      await expect(comment).toBeInViewport()
    })

    test('a published comment appears at once, can be edited and deleted by its secret link, and answered', async ({
      page,
    }) => {
      const name = nameOf('Bo')
      await page.goto('/articles/ferry')
      await write(page, name, `First words ${script}.`)
      await expect(commentBy(page, name)).toContainText('First words')
      const posted = page.getByRole('status').filter({ hasText: 'your comment is published' })
      await expect(posted).toBeVisible()
      if (javaScriptEnabled) await expect(posted).toBeFocused()

      await posted.getByRole('link', { name: 'Save this link' }).click()
      await page.getByRole('textbox').last().fill(`Better words ${script}.`)
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('It is published.')).toBeVisible()
      const secret = page.url()

      await page.goto('/articles/ferry')
      await expect(commentBy(page, name)).toContainText('Better words')
      await expect(commentBy(page, name)).toContainText('edited')
      await commentBy(page, name).getByRole('link', { name: 'Reply' }).click()
      await expect(page).toHaveURL(/replytocom=.*#respond$/)
      await expect(page.getByRole('heading', { name: `Reply to ${name}` })).toBeInViewport()
      const answerer = nameOf('Cy')
      await write(page, answerer, `I think so, too, ${script}.`)
      const thread = page.getByRole('listitem').filter({ has: commentBy(page, name) })
      await expect(thread.getByRole('listitem').filter({ hasText: answerer })).toHaveCount(1)

      await page.goto(secret)
      await page.getByRole('button', { name: 'Delete this comment' }).click()
      await expect(page).toHaveURL(/\/articles\/ferry/)
      await expect(page.getByText(`Better words ${script}.`)).toHaveCount(0)
      await expect(page.getByText('This comment was removed.').first()).toBeVisible()
      await expect(commentBy(page, answerer)).toBeVisible()
      expect((await page.goto(secret))?.status()).toBe(410)
    })

    test('errors appear beside their field, which has the focus, and the text is kept', async ({
      page,
    }) => {
      await page.goto('/articles/market')
      const words = `Words worth keeping ${script}.`
      await write(page, 'x'.repeat(61), words)
      await expect(page.getByText('This name is too long')).toBeVisible()
      await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue(words)
      const name = page.getByRole('textbox', { name: 'Name' })
      await expect(name).toBeFocused()
      await name.fill(nameOf('Di'))
      await page.getByRole('button', { name: 'Post comment' }).click()
      await expect(commentBy(page, nameOf('Di'))).toContainText(words)
    })

    test('a reader can comment and an editor decide by keyboard alone', async ({ page }) => {
      const name = nameOf('Ed')
      await page.goto('/articles/bridge')
      await page.getByRole('textbox', { name: 'Name' }).focus()
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
      await page.keyboard.type('www.example.org')
      // The invisible field doesn't get in the way of the keyboard.
      await page.keyboard.press('Tab')
      await expect(page.getByRole('button', { name: 'Post comment' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByText('An editor reads each comment before it appears.')).toBeVisible()
      await signIn(page)
      const reject = page.getByRole('button', { name: `Reject: ${name}` })
      await page.getByRole('button', { name: `Approve: ${name}` }).focus()
      await page.keyboard.press('Tab')
      await expect(reject).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(reject).toHaveCount(0)
      await page.goto('/moderate?show=rejected')
      await expect(page.getByRole('article', { name })).toBeVisible()
    })
  })
}

test('a second press, a retry and a lost connection make one comment and lose no words', async ({
  page,
  context,
}) => {
  await page.goto('/articles/tram')
  await context.setOffline(true)
  await write(page, 'Flo', 'Sent from a tunnel.')
  await expect(page.getByText('This could not be sent')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Sent from a tunnel.')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Post comment' }).dblclick()
  await expect(commentBy(page, 'Flo')).toHaveCount(1)
  await page.goto('/articles/tram')
  await write(page, 'Flo', 'Sent from a tunnel.')
  await page.goto('/articles/tram')
  await expect(commentBy(page, 'Flo')).toHaveCount(1)
})

test('lists count a comment and the feed shows it at the next request', async ({
  page,
  request,
}) => {
  const link = page
    .getByRole('link', { name: /comment/ })
    .and(page.locator('main [href*="/market#"]'))
    .first()
  const before = async () => {
    await page.goto('/')
    return (await link.count()) === 0 ? 0 : Number.parseInt((await link.textContent()) ?? '', 10)
  }
  const counted = await before()
  await page.goto('/articles/market')
  await write(page, 'Gil <b>', ']]> & *so*')
  await expect(commentBy(page, 'Gil <b>')).toBeVisible()
  expect(await before()).toBeGreaterThan(counted)
  await link.click()
  await expect(page).toHaveURL(/\/articles\/market#comments$/)
  const address = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
  const feed = await request.get(address ?? '')
  expect(feed.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  expect(await feed.text()).toContain('<name>Gil &lt;b&gt;</name>')
})

test('a closed article says so and has no form', async ({ page }) => {
  await page.goto('/articles/closed')
  await expect(page.getByText('This article takes no more comments.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveCount(0)
})

test('an editor replies, marked as one, and signs out', async ({ page }) => {
  await page.goto('/articles/harbour')
  await write(page, 'Hal', 'Is it so? http://example.org')
  await signIn(page)
  const queued = page.getByRole('article', { name: 'Hal', exact: true })
  await queued.getByText('Reply as editor').click()
  await expect(queued.getByLabel('Your name')).toHaveValue('The Desk')
  await queued.getByLabel('Your reply').fill('It is.')
  await queued.getByRole('button', { name: 'Approve and reply' }).click()
  await page.goto('/articles/harbour')
  await expect(commentBy(page, 'The Desk').getByText('Editor')).toBeVisible()
  await page.goto('/moderate?show=trail')
  await expect(page.getByRole('cell', { name: 'reply', exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/moderate')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to moderate')
})

test('form, thread, notes and queue fit their windows, and axe finds nothing on a comment just posted', async ({
  page,
}) => {
  // A dozen pages, each checked as a whole.
  test.setTimeout(300_000)
  const look = (what: string) => expectToFit(page, [360, 1440], what)
  await page.goto('/articles/tram')
  await write(page, 'Ida', `> Ida\n\n\`code\` ${'long'.repeat(60)}`)
  await expect(commentBy(page, 'Ida')).toBeVisible()
  await expectSound(page, [360, 1440], 'a comment just posted')
  await commentBy(page, 'Ida').getByRole('link', { name: 'Reply' }).click()
  await look('the form of a reply')
  await write(page, '\u200b', 'x')
  await expect(page.getByText('Please give a name')).toBeVisible()
  await look('what is wrong')
  await write(page, 'Ida again', 'www.example.org')
  await expect(page.getByText('An editor reads each comment before it appears.')).toBeVisible()
  await look('the note that it waits')
  await page.getByRole('link', { name: 'Save this link' }).click()
  await look('the comment for its writer')
  await page.goto('/moderate')
  await look('signing in')
  await signIn(page)
  await page.getByText('Reply as editor').first().click()
  for (const list of ['', '?show=approved', '?show=mistakes', '?show=trail']) {
    if (list !== '') await page.goto(`/moderate${list}`)
    await look(`the queue${list}`)
  }
})
