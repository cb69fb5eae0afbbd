import { expect, test } from 'vitest'
import { findSuggestions } from '@/lib/search/find-suggestions'
import { searchesOf } from './searches-of'

const SITE = (lang: string) => ({
  'site.yaml': `name: Test\ndescription: A test\nlang: ${lang}\ntimeZone: UTC\n`,
})

/** A few articles about other things, so that words differ in rarity. */
const FILLER = Object.fromEntries(
  Array.from({ length: 40 }, (_, i) => [`filler${i}`, { text: `Tide number ${i} came and went.` }]),
)

test('a story in the language of site and query comes before others that hold its word too', async () => {
  const korean = Object.fromEntries(
    [1, 2, 3, 4].map((i) => [
      `ko${i}`,
      {
        head: ['lang: ko', `title: 항구 소식 ${i}`],
        text: `항구 관리국은 release ${i} 을 공개했다.`,
      },
    ]),
  )
  const english = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [
      `en${i}`,
      { head: [`title: Harbour ${i} released`], text: `The port has released version ${i}.` },
    ]),
  )
  const { slugs } = await searchesOf({ ...FILLER, ...korean, ...english })
  const found = slugs('release') ?? []
  expect(found.slice(0, 5).every((slug) => slug.startsWith('en'))).toBe(true)
  expect(slugs('release lang:ko')).toHaveLength(4)
})

test('a Korean noun is found with its particles and in compounds', async () => {
  const { slugs } = await searchesOf(
    {
      fares: {
        head: ['title: 서울시가 대중교통 요금을 올렸다'],
        text: '서울시는 지하철요금을 올린다고 밝혔다. 시민들은 버스요금도 걱정한다. 부산에서는 다르다.',
      },
      council: { head: ['title: 국회의원 선거'], text: '국회의원들이 모였다. 정도로 본다.' },
    },
    SITE('ko'),
  )
  for (const word of ['서울', '지하철', '요금', '부산', '버스'])
    expect(slugs(word)).toEqual(['fares'])
  expect(slugs('국회')).toEqual(['council'])
  expect(slugs('회의')).toEqual([])
  expect(slugs('도로')).toEqual([])
})

test('what is found in a compound is marked', async () => {
  const { find } = await searchesOf({ a: { text: '시민들은 지하철요금을 걱정한다.' } }, SITE('ko'))
  const [hit] = find('요금')?.hits ?? []
  expect(hit?.passage?.parts.filter(({ marked }) => marked)).toEqual([
    { text: '지하철요금을', marked: true },
  ])
})

test('a query finds stories of each language of the site by its own stems', async () => {
  const { slugs } = await searchesOf({
    haus: { head: ['lang: de'], text: 'Die Häuser am Fluss sind alt.' },
    presse: { head: ['lang: fr'], text: 'Les journaux parlent de l’hôpital.' },
    shkola: { head: ['lang: ru'], text: 'В городе открыли две школы.' },
    en: { text: 'The harbour opens.' },
  })
  expect(slugs('Haus')).toEqual(['haus'])
  expect(slugs('journal')).toEqual(['presse'])
  expect(slugs('hôpital')).toEqual(['presse'])
  expect(slugs('"l’hôpital"')).toEqual(['presse'])
  expect(slugs('школа')).toEqual(['shkola'])
})

test('a word that says nothing in English is looked for on a German site', async () => {
  const { slugs } = await searchesOf({ a: { text: 'In der Not half er.' } }, SITE('de'))
  expect(slugs('Not')).toEqual(['a'])
})

test('a typing error is corrected in the site’s language first, and in another if that has nothing so near', async () => {
  const stories = {
    a: { head: ['lang: de'], text: 'Der Hafenmeister und die Fischerei. Ein Garden war da.' },
  }
  const english = { b: { text: 'The harbourmaster and the fishery had a garten.' } }
  const { find } = await searchesOf({ ...stories, ...english })
  expect(find('harbourmastr')?.corrections).toEqual([{ from: 'harbourmastr', to: 'harbourmaster' }])
  expect(find('fischerej')?.corrections).toEqual([{ from: 'fischerej', to: 'fischerei' }])
  expect(find('garxen')?.corrections).toEqual([{ from: 'garxen', to: 'garten' }])
})

test('headlines in the site’s language are suggested first', async () => {
  const { folder } = await searchesOf({
    en: { head: ['title: Tokyo harbour', 'date: 2025-05-01'], text: 'One.' },
    de: { head: ['title: Tokyo Hafen', 'lang: de', 'date: 2025-06-01'], text: 'Eins.' },
  })
  const texts = findSuggestions('tokyo', folder.now, folder.archive).map(({ text }) => text)
  expect(texts).toEqual(['Tokyo harbour', 'Tokyo Hafen'])
})

test('a name with an apostrophe is found by each way of writing it', async () => {
  const { slugs } = await searchesOf({
    ...FILLER,
    curly: { text: 'Niamh O’Brien’s report was published on Monday.' },
    straight: { text: "The minister, Mr O'Brien, agreed." },
  })
  for (const typed of ['brien', "o'brien", 'O’Brien', 'OBrien'])
    expect(slugs(typed)?.toSorted()).toEqual(['curly', 'straight'])
})

test('endings that follow an apostrophe don’t hide the name', async () => {
  const stories = {
    izmir: { head: ['lang: tr', 'title: Deprem'], text: 'Deprem İzmir’de hissedildi.' },
    ankara: { head: ['lang: tr', 'title: Karar'], text: "Karar Ankara'nın tepkisini çekti." },
  }
  const { slugs } = await searchesOf(stories, SITE('tr'))
  expect([slugs('izmir'), slugs('İzmir’in'), slugs('Ankara')]).toEqual([
    ...[['izmir'], ['izmir'], ['ankara']],
  ])
  const { slugs: abroad } = await searchesOf({ ...FILLER, ...stories }, SITE('en'))
  expect(abroad('İzmir’in')).toEqual(['izmir'])
})
