import type { Page } from '@playwright/test'
import axe from 'axe-core'

type Finding = { id: string; nodes: { html: string; failureSummary: string }[] }

/** Runs axe by the debugger: the page's own policy lets no foreign script in. */
export async function findings(page: Page): Promise<unknown[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await page.evaluate<{ violations: Finding[] }>(
    `${axe.source}; axe.run(document, { runOnly: ${JSON.stringify(tags)} })`,
  )
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])
}

/** How many pixels the page is wider than its window. */
export const excess = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
