import { expect, test } from 'vitest'
import { findArticle } from '@/lib/archive/read/articles'
import { findTranslations } from '@/lib/archive/read/translations'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { findRelated } from '@/lib/related/find-related'
import { findResults } from '@/lib/search/find-results'
import { ContentFolder, NOW } from './content-folder'

const TEXT = 'The harbour wall of Kobe was repaired in Kobe harbour by Kobe.'

async function harbourIn(more: Record<string, string[]> = {}) {
  const folder = new ContentFolder()
  folder.article('wall', ['translations: { fr: "https://journal.example/mur" }'], TEXT)
  folder.article(
    'wall-ja',
    ['lang: ja', 'translationOf: wall'],
    '神戸の港の壁 harbour は修理された。',
  )
  folder.article(
    'wall-de',
    ['lang: de', 'translationOf: wall'],
    'Kobe: Die harbour Mauer wurde repariert.',
  )
  for (const [slug, head] of Object.entries(more)) folder.article(slug, head, TEXT)
  await folder.update()
  const of = (slug: string) => {
    const lang = slug.split('-')[1] ?? 'en'
    const told = lang === 'en' ? OWN : { translationOf: 'wall' }
    return findTranslations({ slug, lang, ...told }, folder.now, folder.archive)
  }
  return { folder, of }
}

const OWN = { translations: { fr: 'https://journal.example/mur' } }
const english = { lang: 'en', slug: 'wall', isOriginal: true }
const german = { lang: 'de', slug: 'wall-de', isOriginal: false }
const japanese = { lang: 'ja', slug: 'wall-ja', isOriginal: false }
const french = { lang: 'fr', url: 'https://journal.example/mur' }

test('each language of a story leads to all others, here and elsewhere', async () => {
  const { of } = await harbourIn()
  expect(of('wall')).toEqual([german, french, japanese])
  expect(of('wall-ja')).toEqual([german, english, french])
})

test('a translation that readers may not see is not told of', async () => {
  const { folder, of } = await harbourIn({
    'wall-es': ['lang: es', 'translationOf: wall', 'draft: true'],
    'wall-it': ['lang: it', 'translationOf: wall', 'date: 2025-07-02'],
  })
  expect(of('wall').map(({ lang }) => lang)).toEqual(['de', 'fr', 'ja'])
  folder.now = new Date('2025-07-03T00:00:00Z')
  expect(of('wall').map(({ lang }) => lang)).toEqual(['de', 'fr', 'it', 'ja'])
})

test('a translation that comes or goes empties the pages of its story', async () => {
  const { folder, of } = await harbourIn()
  folder.article('wall-es', ['lang: es', 'translationOf: wall'], TEXT)
  expect(await folder.changes()).toContain('article:wall')
  expect(of('wall').map(({ lang }) => lang)).toContain('es')
  folder.remove('articles/wall-es.md')
  expect(await folder.changes()).toContain('article:wall')
  expect(of('wall').map(({ lang }) => lang)).not.toContain('es')
})

test('a search shows one story once, in the site’s language', async () => {
  const { folder } = await harbourIn()
  const slugs = (text: string) =>
    findResults({ text, page: 1, now: folder.now }, folder.archive)?.hits.map(({ slug }) => slug)
  expect(slugs('harbour')).toEqual(['wall'])
  expect(slugs('harbour lang:ja')).toEqual(['wall-ja'])
  expect(slugs('Mauer')).toEqual(['wall-de'])
})

test('no translation stands beside its story, and another story stands there in one language', async () => {
  const { folder } = await harbourIn({
    bridge: ['title: A bridge'],
    'bridge-de': ['title: Eine Bruecke', 'lang: de', 'translationOf: bridge'],
  })
  const found = findTranslations({ slug: 'bridge', lang: 'en' }, NOW, folder.archive)
  expect(found).toHaveLength(1)
  const wall = findArticle('wall', NOW, folder.archive)
  if (wall?.state !== 'live') throw new Error('no wall')
  const rail = findRelated(wall.article, NOW, 6, folder.archive).map(({ slug }) => slug)
  expect(rail).not.toContain('wall-de')
  expect(rail).not.toContain('wall-ja')
  expect(rail.filter((slug) => slug.startsWith('bridge')).length).toBeLessThan(2)
})

test('an original that is not there is an error at its line', async () => {
  const { folder } = await harbourIn({
    'a-ja': ['lang: ja', 'translationOf: wal'],
    'b-ja': ['lang: ja', 'translationOf: b-ja'],
  })
  const { problems } = await findContentProblems(folder.contentDir, { now: NOW })
  const told = problems.filter(({ field }) => field === 'translationOf')
  expect(told.map(({ path, line, problem, fix }) => [path, line, problem, fix])).toEqual([
    ['articles/a-ja.md', 5, 'there is no article wal', 'did you mean wall?'],
    [
      'articles/b-ja.md',
      5,
      'is the article itself',
      'name the article that it was translated from',
    ],
  ])
})
