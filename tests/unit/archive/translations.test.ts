import { expect, test } from 'vitest'
import { countArticles } from '@/lib/archive/read/article-times'
import { findArticle } from '@/lib/archive/read/articles'
import { readLists } from '@/lib/archive/read/list-counts'
import { readFrontPage, readList, readNewest } from '@/lib/archive/read/lists'
import { findNextStory } from '@/lib/archive/read/next-story'
import { findTranslations, readTranslations } from '@/lib/archive/read/translations'
import { entriesUntil } from '@/lib/archive/write/languages-of-story'
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

type Member = Parameters<typeof entriesUntil>[0][number]

const member = (id: number, lang: string, more: Partial<Member> = {}): Member => ({
  ...{ id, lang, slug: `story-${id}`, isOriginal: id === 1, due: 10, expires: 100 },
  ...more,
})

test.each<{ story: Member[]; until: Record<number, number> }>([
  { story: [member(1, 'ja'), member(2, 'en')], until: { 1: 10, 2: 100 } },
  { story: [member(1, 'ja'), member(2, 'en', { due: 30 })], until: { 1: 30, 2: 100 } },
  { story: [member(1, 'ja'), member(2, 'de'), member(3, 'fr')], until: { 1: 100, 2: 10, 3: 10 } },
  { story: [member(2, 'de', { due: 20 }), member(3, 'fr')], until: { 2: 10, 3: 100 } },
  { story: [member(1, 'en-US'), member(2, 'en')], until: { 1: 10, 2: 100 } },
  { story: [member(1, 'ja'), member(2, 'en', { expires: 50 })], until: { 1: 100, 2: 50 } },
])('an entry stands in its list until a language shown in its place falls due', (each) => {
  expect(Object.fromEntries(entriesUntil(each.story, 'en'))).toEqual(each.until)
})

async function bilingual() {
  const folder = new ContentFolder()
  const dated = (date: string, ...more: string[]) => [`date: ${date}`, ...more]
  folder.article('kabe', dated('2025-06-03', 'lang: ja', 'tags: [Kobe, 港]', 'lead: true'))
  folder.article('wall', dated('2025-06-04', 'translationOf: kabe', 'tags: [Kobe]'))
  folder.article('mur', dated('2025-06-05', 'lang: fr', 'translationOf: kabe', 'tags: [Kobe, Mur]'))
  folder.article('bridge', dated('2025-06-02', 'tags: [Kobe]'))
  await folder.update()
  const { archive } = folder
  const list = (slug: string) => readList('tag', slug, 1, folder.now, archive)
  const slugs = (slug: string) => list(slug)?.articles.map((each) => each.slug)
  const front = () => readFrontPage(1, folder.now, archive)?.articles.map(({ slug }) => slug)
  return { folder, archive, list, slugs, front }
}

test('each list shows a story once, in the site’s language or else in the original’s, and counts it once', async () => {
  const { folder, archive, list, slugs, front } = await bilingual()
  expect(slugs('kobe')).toEqual(['wall', 'bridge'])
  expect(list('kobe')?.total).toBe(2)
  expect(slugs('港')).toEqual(['kabe'])
  expect(slugs('mur')).toEqual(['mur'])
  expect(front()).toEqual(['wall', 'bridge'])
  expect(readLists('tag', NOW, archive).map(({ slug, count }) => [slug, count])).toEqual([
    ['kobe', 2],
    ['mur', 1],
    ['港', 1],
  ])
  expect(countArticles(NOW, archive)).toBe(4)
  const everyLanguage = { limit: 9, everyLanguage: true }
  expect(readNewest(everyLanguage, NOW, archive).map(({ slug }) => slug)).toEqual([
    ...['mur', 'wall', 'kabe', 'bridge'],
  ])
  folder.remove('articles/wall.md')
  expect(await folder.changes()).toContain('list:tag:kobe')
  expect(slugs('kobe')).toEqual(['kabe', 'bridge'])
  expect(front()).toEqual(['kabe', 'bridge'])
})

test('lists follow a translation that comes, falls due or changes its language, and the language of the site', async () => {
  const { folder, slugs, front } = await bilingual()
  folder.article('wall', ['date: 2025-07-02', 'translationOf: kabe', 'tags: [Kobe]'])
  await folder.update()
  expect(slugs('kobe')).toEqual(['kabe', 'bridge'])
  folder.now = new Date('2025-07-03T00:00:00Z')
  expect(slugs('kobe')).toEqual(['wall', 'bridge'])
  folder.article('wall', ['date: 2025-06-04', 'translationOf: kabe', 'lang: es', 'tags: [Kobe]'])
  await folder.update()
  expect(slugs('kobe')).toEqual(['kabe', 'bridge'])
  folder.write('site.yaml', 'name: Test\ndescription: A test\nlang: fr\ntimeZone: UTC\n')
  await folder.update()
  expect(slugs('kobe')).toEqual(['mur', 'bridge'])
  expect(front()).toEqual(['mur', 'bridge'])
})

test('a story that front.yaml names in one language appears in no other', async () => {
  const { folder, front } = await bilingual()
  folder.write('front.yaml', 'first: [bridge, kabe, mur]\n')
  await folder.update()
  expect(front()).toEqual(['bridge', 'kabe'])
})

test('cards of a list lead to the other languages of a story, whose lists change with them', async () => {
  const { folder, archive, list } = await bilingual()
  const found = readTranslations(list('kobe')?.articles ?? [], NOW, archive)
  expect([...found.keys()]).toEqual(['wall'])
  expect(found.get('wall')?.map(({ lang }) => lang)).toEqual(['fr', 'ja'])
  folder.article('muro', ['lang: it', 'translationOf: kabe', 'tags: [Muro]'])
  expect(await folder.changes()).toEqual(expect.arrayContaining(['list:tag:kobe', 'list:tag:港']))
})

test('no story is followed by itself in another language', async () => {
  const { folder, archive } = await bilingual()
  const mur = findArticle('mur', NOW, archive)
  if (mur?.state !== 'live') throw new Error('no mur')
  expect(findNextStory(mur.article, [], folder.now, archive)?.slug).toBe('bridge')
})
