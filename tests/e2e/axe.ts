import type { Page } from '@playwright/test'
import axe from 'axe-core'

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] }

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What another theme can break; all other rules look at what both themes share. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Runs axe by the debugger: the page's own policy lets no foreign script in. */
export async function findings(page: Page, rules?: readonly string[]): Promise<unknown[]> {
  const runOnly = rules === undefined ? TAGS : { type: 'rule', values: rules }
  // What passes is of no interest, and as long as the page.
  const options = { runOnly, resultTypes: ['violations'], preload: false }
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `${axe.source}; axe.run(document, ${JSON.stringify(options)})`,
  )
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])
}

/** How many pixels the page is wider than its window. */
export const excess = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
