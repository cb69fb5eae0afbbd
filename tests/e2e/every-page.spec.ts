import { expect, test } from '@playwright/test'
import { expectSound } from './axe'
import { startEveryPage } from './every-page'

test('axe finds nothing on a page of any type, in either theme, and each fits a phone and a desktop', async ({
  page,
}) => {
  // Fifty pages, each checked as a whole.
  test.setTimeout(480_000)
  const { server, types } = await startEveryPage()
  try {
    for (const { name, open } of types) {
      await open(page)
      await expect.soft(page.getByRole('heading', { level: 1 }), name).toHaveCount(1)
      await expectSound(page, [390, 1280], name)
    }
  } finally {
    await server.stop()
  }
})
