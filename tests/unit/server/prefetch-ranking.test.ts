import { expect, onTestFinished, test } from 'vitest'
import { serveSurroundings } from '@/lib/ranking/surroundings-desk'
import { prefetchRanking } from '@/lib/server/pages/prefetch-ranking'
import { articleHistoryPath, articleMarkdownPath, articlePath } from '@/lib/site/routes'

test('has an article’s surroundings ranked before its page asks, and nothing for other pages', () => {
  const slugs: string[] = []
  const stop = serveSurroundings(async ({ slug }) => {
    slugs.push(slug)
    return undefined
  })
  onTestFinished(stop)
  for (const slug of ['nato', 'süd & west?']) {
    prefetchRanking(articlePath(slug))
    prefetchRanking(`${articlePath(slug)}?comments=2`)
    prefetchRanking(articleHistoryPath(slug))
  }
  for (const other of ['/', '/articles', '/tags/articles/nato', '/preview/articles/nato'])
    prefetchRanking(other)
  expect(slugs).toEqual(['nato', 'nato', 'süd & west?', 'süd & west?'])
})

test('costs nothing while nobody ranks', () => {
  expect(() => prefetchRanking(articlePath('nato'))).not.toThrow()
  expect(() => prefetchRanking(articleMarkdownPath('nato'))).not.toThrow()
})
