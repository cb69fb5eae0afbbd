import { expect, test } from 'vitest'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { findTranslations } from '@/lib/archive/read/translations'
import { articleMetadata } from '@/lib/share/article-metadata'
import { articleJsonLd } from '@/lib/share/json-ld'
import { articlesSitemap } from '@/lib/share/maps/read-sitemap'
import { contextOf, SITE_URL } from './context-of'
import { sitemapFaults } from './validate-sitemap'

const STORY = {
  wall: { head: 'translations: { fr: "https://journal.example/mur" }' },
  'wall-ja': { head: 'lang: ja\ntranslationOf: wall' },
  alone: {},
}

const addresses = {
  en: `${SITE_URL}/articles/wall`,
  fr: 'https://journal.example/mur',
  ja: `${SITE_URL}/articles/wall-ja`,
}

async function described(slug: string) {
  const { archive, now, siteUrl } = await contextOf(STORY)
  const found = findArticle(slug, now, archive)
  if (found?.state !== 'live') throw new Error(`no article ${slug}`)
  const { article } = found
  const translations = findTranslations(article, now, archive)
  const head = { article, translations, site: readSite(archive), siteUrl, old: false }
  return { ...head, changed: undefined, standfirst: '' }
}

test.each([
  ['wall', ['fr_FR', 'ja_JP']],
  ['wall-ja', ['en_GB', 'fr_FR']],
])('the head of %s names every language of the story, its own too', async (slug, locales) => {
  const { alternates, openGraph } = articleMetadata(await described(slug))
  expect(alternates).toMatchObject({ languages: addresses })
  expect(openGraph).toMatchObject({ alternateLocale: locales })
})

test('a story in one language names none', async () => {
  const head = articleMetadata(await described('alone'))
  expect(JSON.stringify(head)).not.toMatch(/languages|alternateLocale/)
})

test('search engines are told what is a translation of what', async () => {
  const thing = async (slug: string): Promise<unknown> =>
    JSON.parse(articleJsonLd(await described(slug)))
  expect(await thing('wall-ja')).toMatchObject({
    '@graph': [
      { inLanguage: 'ja', translationOfWork: { '@id': addresses.en, inLanguage: 'en' } },
      {},
    ],
  })
  expect(await thing('wall')).toMatchObject({
    '@graph': [
      { inLanguage: 'en', workTranslation: [{ '@id': addresses.fr }, { '@id': addresses.ja }] },
      {},
    ],
  })
})

test('the sitemap gives with each article of a story the addresses of all', async () => {
  const xml = articlesSitemap(1, await contextOf(STORY)) ?? ''
  expect(await sitemapFaults(xml)).toEqual([])
  const links = [...xml.matchAll(/<xhtml:link rel="alternate" hreflang="(\w+)" href="([^"]+)"\/>/g)]
  expect(links.map(([, lang, href]) => [lang, href])).toEqual([
    ['en', addresses.en],
    ['ja', addresses.ja],
    ['en', addresses.en],
    ['ja', addresses.ja],
  ])
  expect(articlesSitemap(1, await contextOf({ alone: {} }))).not.toContain('xhtml')
})
