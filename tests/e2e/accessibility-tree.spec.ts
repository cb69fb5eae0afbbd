import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'

/** What a screen reader makes of these pages, as a text that a review can read; of a long text its first and last paragraphs. */
const TREES = [
  ['article', '/articles/why-did-japan-skip-the-nato-summit'],
  ['front-page', '/'],
] as const

for (const [name, address] of TREES) {
  test(`to a screen reader the ${name} is what it was`, async ({ page }) => {
    const file = path.resolve(import.meta.dirname, `../fixtures/accessibility/${name}.yml`)
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page.locator('body')).toMatchAriaSnapshot(readFileSync(file, 'utf8'))
  })
}
