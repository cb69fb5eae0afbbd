import { describe, expect, test } from 'vitest'
import { findArticle, readSummaries } from '@/lib/archive/read/articles'
import { findHeadlines } from '@/lib/archive/read/suggestions'
import { readFeed } from '@/lib/share/feeds/read-feed'
import { readMarkdown } from '@/lib/share/maps/read-markdown'
import { readOEmbed } from '@/lib/share/maps/read-oembed'
import { NOW } from '../../support/archive-of'
import { contextOf, SITE_URL } from './context-of'

const typed = {
  title: `"It's over" -- chief`,
  head: `description: "The chief's 'last' word"\nlang: en`,
  text: `"No," the chief's aide said.`,
}
const YAML = 'name: P\nlang: de\ntimeZone: UTC\ndescription: D\nsections: []\n'
const archive = (yaml = YAML) => contextOf({ a: typed }, { files: { 'site.yaml': yaml } })

describe('an article in English on a German site', () => {
  test('is set as English in lists, feeds, embeds and suggestions', async () => {
    const context = await archive()
    const title = '“It’s over” — chief'
    expect(readSummaries(['a'], NOW, context.archive)).toMatchObject([
      { title, standfirst: 'The chief’s ‘last’ word', excerpt: '“No,” the chief’s aide said.' },
    ])
    const [entry] = (await readFeed(undefined, context))?.entries ?? []
    expect(entry).toMatchObject({ title, standfirst: 'The chief’s ‘last’ word' })
    expect(entry?.html).toContain('“No,” the chief’s aide said.')
    expect(readOEmbed({ url: `${SITE_URL}/articles/a` }, context)).toMatchObject({ title })
    const found = findHeadlines(['over'], { limit: 1, now: NOW }, context.archive)
    expect(found).toEqual([{ slug: 'a', title }])
  })

  test('keeps what was typed in its file', async () => {
    const context = await archive()
    const found = findArticle('a', NOW, context.archive)
    expect(found?.state === 'live' && found.article.title).toBe(typed.title)
    const markdown = await readMarkdown('a', context)
    expect(markdown?.state === 'live' && markdown.markdown).toContain(typed.text)
  })
})

test('typography: off leaves every text as it was typed', async () => {
  const context = await archive(`${YAML}typography: off\n`)
  const [entry] = (await readFeed(undefined, context))?.entries ?? []
  expect(entry).toMatchObject({ title: typed.title, standfirst: "The chief's 'last' word" })
  expect(entry?.html).toContain(`"No," the chief's aide said.`)
})
