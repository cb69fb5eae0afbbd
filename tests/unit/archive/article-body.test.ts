import { expect, test, vi } from 'vitest'
import { renderArticleBody } from '@/lib/archive/read/article-body'
import { findArticle } from '@/lib/archive/read/articles'
import { ContentFolder } from './content-folder'

test('pages and feeds, which have separate modules, share one rendering of a body', async () => {
  const folder = new ContentFolder()
  folder.article('harbour', [], 'The harbour *opens*.')
  await folder.update()
  const { archive, now } = folder
  const found = findArticle('harbour', now, archive)
  if (found?.state !== 'live') throw new Error('The article is not there')
  const onPage = renderArticleBody(found.article, now, '', archive)
  vi.resetModules()
  const other = await import('@/lib/archive/read/article-body')
  expect(other.renderArticleBody).not.toBe(renderArticleBody)
  expect(other.renderArticleBody(found.article, now, '', archive)).toBe(onPage)
  const changed = { ...found.article, body: 'The harbour is shut.' }
  expect(renderArticleBody(changed, now, '', archive).html).toContain('shut')
})
