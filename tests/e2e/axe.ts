import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] }

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another theme can break; all other rules check what both themes share. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Runs axe through the debugger, since the page's own policy allows no foreign script. */
export async function findings(page: Page, rules?: readonly string[]): Promise<unknown[]> {
  const runOnly = rules === undefined ? TAGS : { type: 'rule', values: rules }
  // The results that pass don't matter, and would be as long as the page.
  const options = { runOnly, resultTypes: ['violations'], preload: false }
  const isThere = await page.evaluate<boolean>("'axe' in globalThis")
  if (!isThere) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `axe.run(document, ${JSON.stringify(options)})`,
  )
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])
}

/** How many pixels the page is wider than its window. */
const excess = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** At each of these widths the page is no wider than its window. */
export async function expectToFit(page: Page, widths: readonly number[], what = page.url()) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect.soft(await excess(page), `${what} at ${width} px`).toBeLessThanOrEqual(0)
  }
}

/**
 * At each of these widths axe finds nothing on the page, and the page fits its window; in the dark theme axe runs only the
 * rules that another theme can break.
 */
export async function expectSound(page: Page, widths: readonly number[], what = page.url()) {
  for (const width of widths) {
    await expectToFit(page, [width], what)
    expect.soft(await findings(page), `${what} at ${width} px`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await findings(page, COLOUR_RULES), `${what} in the dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}
