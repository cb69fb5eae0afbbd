import { expect, test } from 'vitest'
import { suggestTags } from '@/lib/language/suggest-tags'
import { plainText } from '@/lib/markdown/plain-text'
import { COMMAND, NATO, seedArticle, TARIFFS, WELFARE } from '../insight/seed'

const tagsOf = (slug: string, limit?: number) => {
  const { title, body } = seedArticle(slug)
  return suggestTags({ title, text: plainText(body) }, { limit })
}

test.each([
  [NATO, ['NATO', 'Japan', 'Ishiba Shigeru']],
  [TARIFFS, ['Ryosei Akazawa', 'Howard Lutnick', 'Donald Trump']],
  [COMMAND, ['U.S. Forces Japan', 'Stephen Jost']],
])('the first five of %s name whom and what it is about', (slug, names) => {
  expect(tagsOf(slug).slice(0, 5)).toEqual(expect.arrayContaining(names))
})

test('noun phrases that an article repeats follow its names, and no word is suggested alone', () => {
  const tags = tagsOf(NATO)
  expect(tags).toContain('Defense spending')
  expect(tags.indexOf('Defense spending')).toBeGreaterThan(tags.indexOf('Ishiba Shigeru'))
  expect(tagsOf(WELFARE).slice(3)).toEqual([
    'Welfare benefits',
    'Welfare payments',
    'Living assistance',
    'Price fluctuation rates',
  ])
})

test('the site’s own tags, by any of their names, come before noun phrases', () => {
  const { title, body } = seedArticle(TARIFFS)
  const text = { title, text: plainText(body) }
  const own = [
    { name: 'Customs duties', synonyms: ['Tariffs'] },
    { name: 'Fisheries', synonyms: [] },
    { name: 'America', synonyms: ['U.S.'] },
  ]
  const tags = suggestTags(text, { own })
  expect(tags).toContain('Customs duties')
  expect(tags).toContain('America')
  expect(tags).not.toContain('U.S.')
  expect(tags).not.toContain('Fisheries')
  expect(suggestTags(text)).not.toContain('Tariffs')
})

test('at most as many as asked for, each once', () => {
  expect(tagsOf(NATO, 3)).toHaveLength(3)
  const tags = tagsOf(NATO)
  expect(new Set(tags).size).toBe(tags.length)
})

test('what is rare in the archive comes before what is common', () => {
  const text =
    'a codfish quota, a codfish quota. codfish quota and harbour dues, and a codfish quota. harbour dues.'
  const rarity = (term: string) => (term === 'codfish' || term === 'quota' ? 0.1 : 1)
  expect(suggestTags({ title: '', text })).toEqual(['Codfish quota', 'Harbour dues'])
  expect(suggestTags({ title: '', text }, { rarity })).toEqual(['Harbour dues', 'Codfish quota'])
})

test.each([
  ['an adjective at its end', 'en', 'It was a rare beautiful thing. A rare beautiful day.', []],
  [
    'its part',
    'en',
    'Ships pay harbour dues. Old harbour dues, new harbour dues.',
    ['Harbour dues'],
  ],
  ['the word before a phrase', 'en', 'A sale of rare maps. The sale of rare maps.', ['Rare maps']],
  ['what is said once', 'en', 'The harbour dues rise. The codfish quota falls.', []],
  ['French', 'fr', 'Les trains de nuit roulent. Il aime les trains de nuit.', ['Trains de nuit']],
  ['Spanish', 'es', 'La seguridad social cubre. Hay seguridad social.', ['Seguridad social']],
  [
    'German',
    'de',
    'Der Grundwasserspiegel sinkt. Ein Grundwasserspiegel steigt, und der Hund bellt. Der Hund schläft.',
    ['Grundwasserspiegel'],
  ],
  ['Japanese', 'ja', '市は関税交渉を続ける。関税交渉は来週だ。', ['関税交渉']],
  ['Chinese', 'zh', '关税谈判继续。关税谈判下周举行。', ['关税谈判']],
])('a noun phrase is told from %s (%s)', (_, lang, text, expected) => {
  expect(suggestTags({ title: '', text, lang })).toEqual(expected)
})

test('an empty text has none', () => {
  expect(suggestTags({ title: '', text: '' })).toEqual([])
})

test('a name of the headline, and one with an office near the beginning, come before words, though named once', () => {
  const title = 'Microsoft patches a flaw'
  const text =
    'Users of the browser were told of the flaw, and the flaw of the browser was mended. In record time, Microsoft did so. It was, said Senator Ann Lee, a flaw of the browser. A user in Oslo saw it.'
  const tags = suggestTags({ title, text }, { limit: 5 })
  expect(tags.slice(0, 2).sort()).toEqual(['Ann Lee', 'Microsoft'])
})

test('the zone of a time is no part of a name', () => {
  const text = 'Updated: 6:03 PM ET The NCAA wrote to Ohio State. The NCAA waits.'
  expect(suggestTags({ title: '', text })).toContain('NCAA')
})

test.each([
  [
    'a hyphened office',
    'The aides of President-elect Barack Obama came. Barack Obama spoke.',
    'Barack Obama',
  ],
  ['a middle initial', 'It was George W. Bush. Then George W. Bush left.', 'George W. Bush'],
  ['a month that is a surname', 'They met Theresa May. In May Theresa May left.', 'Theresa May'],
  [
    'a word that is no name alone',
    'They use Internet Explorer. So Internet Explorer is.',
    'Internet Explorer',
  ],
  [
    'the verb of a heading',
    'The day that President Bush Had Enacted It. There Bush spoke, and so Bush left.',
    'Bush',
  ],
])('a name is told from %s', (_, text, name) => {
  expect(suggestTags({ title: '', text })[0]).toBe(name)
})

test('names once called in a short text are suggested, and the words of its headline aren’t', () => {
  const title = 'Coach dismissed after season of losses'
  const text = 'The club parted with its coach, and hired an old friend, Jim Ray Brown of Ohio.'
  const tags = suggestTags({ title, text })
  expect(tags).toContain('Jim Ray Brown')
  expect(tags).not.toContain('Season')
})

test('a headline without a text gives its names', () => {
  const tags = suggestTags({ title: 'Talks between Merkel and Macron falter in Paris', text: '' })
  expect(tags.sort()).toEqual(['Macron', 'Merkel', 'Paris'])
})

test('neither a line in capitals nor a verb is a tag', () => {
  const text =
    'OBAMA SAID MERKEL CAME. Obama charged, and was charged quickly, and quickly charged.'
  const tags = suggestTags({ title: '', text })
  expect(tags.filter((tag) => /SAID|charged|quickly/i.test(tag))).toEqual([])
})

test('nouns that follow an article are no names in German, where all have a capital', () => {
  const text =
    'In Tannheim steigt das Wasser. Das Wasser kam nach Tannheim, und Wasser blieb in Tannheim.'
  expect(suggestTags({ title: '', text, lang: 'de' })).toEqual(['Tannheim'])
})
