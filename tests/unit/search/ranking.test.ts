import { describe, expect, test } from 'vitest'
import { hashTerm } from '@/lib/language/term-hash'
import { decodeVector, indexText } from '@/lib/language/term-vector'
import { chooseCorrections, nearSpellings } from '@/lib/search/correct-word'
import { planTerms } from '@/lib/search/plan-terms'
import { queryWords } from '@/lib/search/query-words'
import { rankMatches, recency } from '@/lib/search/rank-matches'
import { textExpression } from '@/lib/search/text-expression'

const NOW = new Date('2025-07-01T00:00:00Z')
const DAY = 86_400_000

describe('queryWords', () => {
  const found = (text: string, languages = ['en']) =>
    queryWords(text, languages).map(({ terms }) => terms.join('|'))
  test.each([
    ['a question without what asks', 'When did the ministers meet?', ['minist', 'meet']],
    ['a question of nothing else', 'what who', ['what', 'who']],
    ['an acronym in any letters', 'us talks', ['usa|us', 'talk']],
    ['the organisation, not the question', 'WHO advice', ['whoabbr', 'advic']],
    ['the organisation alone', 'WHO', ['whoabbr|who']],
    ['each word once', 'Talks talks', ['talk']],
  ])('reads %s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('stems a word as each language of the archive does that is written in its letters', () => {
    expect(found('ministers', ['en', 'de', 'ko', 'ja'])).toEqual(['minist|minister|ministers'])
    expect(found('Häuser', ['en', 'de'])).toEqual(['hauser|haus'])
    expect(found('школы', ['en', 'ru'])).toEqual(['школ'])
    expect(found('지하철요금을', ['en', 'ko'])).toEqual(['지하철요금'])
  })

  test('leaves out what says nothing in the language that it is likely to be of', () => {
    expect(found('not', ['en', 'de'])).toEqual([])
    expect(found('Not', ['de', 'en'])).toEqual(['not'])
  })

  test('cuts a query as a language does that writes an article before a vowel', () => {
    expect(found("l'hôpital", ['en', 'fr'])).toEqual(['hopit|hopital'])
  })
})

describe('planTerms', () => {
  const word = (name: string, count: number, common = false) => ({
    word: name,
    terms: [name],
    count,
    rarest: count,
    common,
  })
  const exactly = ({ count }: { count: number }) => count
  const plan = (...words: ReturnType<typeof word>[]) => planTerms(words, 100_000, exactly)

  test('takes the rarest words that a search has time for, and leaves the rest', () => {
    const { words, left, common } = plan(
      word('a', 9_000),
      word('b', 10),
      word('c', 5_000),
      word('d', 0),
    )
    expect(words.map((each) => each.word)).toEqual(['b', 'c'])
    expect(left.map((each) => each.word)).toEqual(['a'])
    expect(common).toBe(false)
  })

  test('counts a word exactly before it trusts it', () => {
    const { left } = planTerms([word('a', 10), word('b', 20)], 100_000, () => 5_000)
    expect(left.map((each) => each.word)).toEqual(['b'])
  })

  test('knows a word that only joins others for a common one', () => {
    expect(plan(word('said', 0, true), word('b', 30_000)).words).toHaveLength(1)
    expect(plan(word('said', 3, true)).common).toBe(true)
  })

  test('takes twelve words at most', () => {
    const many = Array.from({ length: 30 }, (_, i) => word(`w${i}`, i + 1))
    expect(plan(...many).words).toHaveLength(12)
  })
})

describe('corrections', () => {
  test('are the nearest of the words, those of most articles first', () => {
    const near = nearSpellings('nihgt', ['night', 'nights', 'might', 'eight'])
    expect(near.map(({ word }) => word)).toEqual(['night'])
    const counted = [
      { word: 'hold', distance: 1, count: 3 },
      { word: 'hood', distance: 1, count: 9 },
      { word: 'hound', distance: 2, count: 99 },
      { word: 'howl', distance: 1, count: 0 },
    ]
    expect(chooseCorrections('howd', counted).map(({ word }) => word)).toEqual(['hood', 'hold'])
  })

  test.each([
    ['two letters swapped', 'neter', ['never', 'peter', 'enter']],
    ['a letter left out', 'eart', ['east', 'earl', 'heart']],
    ['a letter typed twice', 'biill', ['bizll', 'bill']],
  ])('are likelier by %s than by another letter', (_, typed, words) => {
    const near = words.map((word) => ({ word, distance: 1, count: 5 }))
    expect(chooseCorrections(typed, near)[0]?.word).toBe(words.at(-1))
  })

  test('that are far less likely than the likeliest are not looked for', () => {
    const near = [
      { word: 'enter', distance: 1, count: 20 },
      { word: 'never', distance: 1, count: 7 },
    ]
    expect(chooseCorrections('neter', near).map(({ word }) => word)).toEqual(['enter'])
  })
})

describe('textExpression', () => {
  const words = (...terms: string[]) =>
    terms.map((term) => ({ word: term, terms: [term], common: false }))
  test.each([
    [words('a', 'b'), [], [], '"a" OR "b"'],
    [words('a'), [['b c']], [], '(("b c")) AND (("b c") OR "a")'],
    [words('a'), [], [['x'], ['y z']], '("a") NOT ("x" OR "y z")'],
    [words('a"', 'OR'), [], [], '"a""" OR "OR"'],
    [[], [[]], [['x']], undefined],
  ])('%#', (looked, phrases, without, expected) => {
    expect(textExpression(looked, phrases, without)).toBe(expected)
  })
})

describe('rankMatches', () => {
  const vectorOf = (title: string, text: string) => decodeVector(indexText(title, text).vector)
  const rank = (
    texts: Record<number, string>,
    scores: Record<number, number>,
    terms: string[],
    due = 0,
  ) => {
    const vectors = new Map(
      Object.entries(texts).map(([id, text]) => [Number(id), vectorOf('', text)]),
    )
    const matches = Object.entries(scores).map(([id, score]) => ({
      id: Number(id),
      slug: id,
      due,
      score,
    }))
    const rarity = { articles: 1_000, meanLength: 300, counts: new Map<number, number>() }
    return rankMatches(matches, vectors, { terms, left: [], rarity, now: NOW }).map(({ id }) => id)
  }

  test('puts words side by side before the same words apart', () => {
    const texts = { 1: 'white mouse and house', 2: 'mouse and white house' }
    expect(rank(texts, { 1: 5, 2: 5 }, ['white', 'hous'])).toEqual([2, 1])
  })

  test('brings up what is like the best matches', () => {
    const texts = {
      1: 'harbour strike dockers union wages',
      2: 'harbour dockers union wages talks strike',
      3: 'harbour view hotel pool breakfast',
    }
    expect(rank(texts, { 1: 5, 3: 3.1, 2: 3 }, ['harbour'])).toEqual([1, 2, 3])
  })

  test('orders by a word that was too common to be looked for', () => {
    const vectors = new Map([
      [1, vectorOf('', 'rare thing')],
      [2, vectorOf('', 'rare japan')],
    ])
    const rarity = { articles: 1_000, meanLength: 0, counts: new Map([[hashTerm('japan'), 400]]) }
    const matches = [1, 2].map((id) => ({ id, slug: `${id}`, due: 0, score: 3 }))
    const asked = { terms: ['rare'], left: ['japan'], rarity, now: NOW }
    expect(rankMatches(matches, vectors, asked).map(({ id }) => id)).toEqual([2, 1])
  })

  test('takes age for a tenth at most', () => {
    expect(recency(NOW.getTime(), NOW)).toBeCloseTo(1.1)
    expect(recency(NOW.getTime() - 365 * DAY, NOW)).toBeCloseTo(1.05)
    expect(recency(0, NOW)).toBeCloseTo(1)
  })
})
