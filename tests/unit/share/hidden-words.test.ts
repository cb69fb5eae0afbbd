import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderArticleBody } from '@/lib/archive/read/article-body'
import { findArticle } from '@/lib/archive/read/articles'
import { readNewest } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { lastChange } from '@/lib/feeds/timestamps'
import { FEED_WRITERS } from '@/lib/feeds/writers'
import { askArchive, askArticle } from '@/lib/insight/find-answers'
import { keyPointsOf } from '@/lib/insight/key-points'
import { findResults } from '@/lib/search/find-results'
import { findSuggestions } from '@/lib/search/find-suggestions'
import { articleMetadata } from '@/lib/share/article-metadata'
import { readShareCard } from '@/lib/share/cards/read-share-card'
import { readFeed } from '@/lib/share/feeds/read-feed'
import { articleJsonLd } from '@/lib/share/json-ld'
import { writeLlms } from '@/lib/share/maps/read-llms'
import { readMarkdown } from '@/lib/share/maps/read-markdown'
import { readOEmbed } from '@/lib/share/maps/read-oembed'
import type { ShareContext } from '@/lib/share/read-context'
import { hidingBodies, SECRET } from '../markdown/hiding-places'
import { contextOf, SITE_URL } from './context-of'

/** Everything that readers and programs get of an article, by kind. */
async function outputsOf(slug: string, context: ShareContext): Promise<Record<string, unknown>> {
  const { now, archive, siteUrl } = context
  const found = findArticle(slug, now, archive)
  if (found?.state !== 'live') throw new Error(`${slug} is not there`)
  const { article, summary } = found
  const { standfirst } = summary
  const about = { article, standfirst, site: readSite(archive), siteUrl, old: false }
  const changed = lastChange(article)
  const url = `${SITE_URL}/articles/${slug}`
  return {
    page: renderArticleBody(article, now, '', archive),
    summary,
    keyPoints: keyPointsOf(article, 9),
    head: articleMetadata({ ...about, changed }),
    jsonLd: articleJsonLd({ ...about, photo: undefined, changed }),
    card: readShareCard({ article: slug }, context)?.card,
    markdown: await readMarkdown(slug, context),
    oembed: readOEmbed({ url }, context),
    answers: askArticle(`What is ${SECRET}?`, article, archive),
  }
}

test('nothing that readers get contains what the page hides', async () => {
  const texts = fc.sample(hidingBodies, { seed: 5, numRuns: 60 })
  const drafts = texts.map((text, index) => [`story-${index}`, { title: `Story ${index}`, text }])
  const context = await contextOf(Object.fromEntries(drafts))
  const { now, archive } = context
  for (const [index, text] of texts.entries()) {
    for (const [name, output] of Object.entries(await outputsOf(`story-${index}`, context)))
      expect(JSON.stringify(output) ?? '', `${name} of ${JSON.stringify(text)}`).not.toContain(
        SECRET,
      )
  }
  const feed = await readFeed(undefined, context)
  if (!feed) throw new Error('There is no feed')
  const shown = {
    newest: readNewest({ limit: 100 }, now, archive),
    ...Object.fromEntries(Object.entries(FEED_WRITERS).map(([name, write]) => [name, write(feed)])),
    llms: writeLlms(context),
    answers: askArchive(`What is ${SECRET}?`, now, undefined, archive),
    suggestions: findSuggestions(SECRET.slice(0, 5), now, archive),
    found: findResults({ text: SECRET, page: 1, now }, archive)?.hits,
  }
  for (const [name, output] of Object.entries(shown))
    expect(JSON.stringify(output), name).not.toMatch(new RegExp(SECRET, 'i'))
  expect(shown.found).toEqual([])
})
