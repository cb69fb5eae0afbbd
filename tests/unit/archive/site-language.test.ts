import { expect, test } from 'vitest'
import { renderArticleBody } from '@/lib/archive/read/article-body'
import { findArticle } from '@/lib/archive/read/articles'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { articleSentences } from '@/lib/insight/article-sentences'
import { bodySentences } from '@/lib/markdown/plain-text'
import { ContentFolder, NOW } from './content-folder'

const siteIn = (lang: string) => `name: Test\ndescription: A test\nlang: ${lang}\ntimeZone: UTC\n`

/** By English rules "28." ends a sentence; by German rules it is an ordinal number. */
const BODY = 'Im Hafen lag am 28. Juni das "neue" Schiff. Es war leer.'

async function germanFolder() {
  const folder = new ContentFolder()
  folder.write('site.yaml', siteIn('de'))
  folder.article('schiff', [], BODY)
  await folder.update()
  return folder
}

function read(folder: ContentFolder) {
  const found = findArticle('schiff', NOW, folder.archive)
  if (found?.state !== 'live') throw new Error('The article is not there')
  return found
}

test('an article without a language is read in the site’s, wherever its text is analysed', async () => {
  const folder = await germanFolder()
  const { article, summary } = read(folder)
  expect(article.lang).toBe('de')
  expect(summary.lang).toBe('de')
  const sentences = ['Im Hafen lag am 28. Juni das "neue" Schiff.', 'Es war leer.']
  const texts = (of: readonly { text: string }[]) => of.map(({ text }) => text)
  expect(texts(bodySentences(article.body, article.lang))).toEqual(sentences)
  expect(texts(articleSentences(article))).toEqual(sentences)
  const shown = renderArticleBody(article, NOW, '', folder.archive)
  expect(texts(shown.sentences)).toEqual(sentences)
  expect(shown.html).toContain('„neue“')
})

test('articles are indexed again when the site’s language changes', async () => {
  const folder = await germanFolder()
  folder.write('site.yaml', siteIn('en'))
  expect(await folder.changes()).toContain('all')
  await folder.update()
  const { article, summary } = read(folder)
  expect(article.lang).toBe('en')
  expect(summary.lang).toBe('en')
  expect(renderArticleBody(article, NOW, '', folder.archive).html).toContain('“neue”')
})

test('a link to a sentence is checked in the site’s language', async () => {
  const folder = await germanFolder()
  const [first] = articleSentences(read(folder).article)
  folder.article('link', ['tags: [Hafen]'], `Er [liegt](/articles/schiff#${first?.id}) da.`)
  const { problems } = await findContentProblems(folder.contentDir, { now: NOW })
  expect(problems.filter(({ path }) => path.endsWith('link.md'))).toEqual([])
})
