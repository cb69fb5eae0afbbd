import { describe, expect, test } from 'vitest'
import { distinctiveTerms } from '@/lib/language/distinctive-terms'
import { hashTerm } from '@/lib/language/term-hash'
import { decodeVector, indexText } from '@/lib/language/term-vector'
import { makeComparable } from '@/lib/related/comparable'
import { nearness } from '@/lib/related/nearness'
import { type Corpus, similarities } from '@/lib/related/similarity'

const vectors = (texts: string[]) => texts.map((text) => decodeVector(indexText('', text).vector))

function corpusOf(texts: string[]): Corpus {
  const all = vectors(texts)
  return {
    articles: all.length,
    meanLength: all.reduce((sum, { length }) => sum + length, 0) / all.length,
    frequencies: (terms) =>
      new Map(
        [...terms].map((term) => [term, all.filter((each) => each.terms.includes(term)).length]),
      ),
  }
}

/** The others in order of their nearness to the first. */
function order(texts: string[]): string[] {
  const [first, ...others] = vectors(texts)
  if (first === undefined) return []
  const near = nearness(first, others, corpusOf(texts))
  return texts
    .slice(1)
    .map((text, i) => ({ text, near: near[i] ?? 0 }))
    .filter((each) => each.near > 0)
    .sort((a, b) => b.near - a.near)
    .map((each) => each.text)
}

describe('nearness', () => {
  test('a rare shared word counts more than a common one', () => {
    const shared = 'Akazawa government'
    const ranked = order([
      shared,
      'government budget vote',
      'Akazawa budget vote',
      'government schools',
      'government roads',
    ])
    expect(ranked[0]).toBe('Akazawa budget vote')
  })

  test('nothing shared is no nearness', () => {
    expect(order(['tariff talks', 'welfare ruling'])).toEqual([])
  })

  test('words in the same order count more than the same words apart', () => {
    const ranked = order([
      'Harbour Bridge closed',
      'Bridge players left the Harbour',
      'Harbour Bridge players left',
      'ferry timetable',
    ])
    expect(ranked[0]).toBe('Harbour Bridge players left')
  })

  test('the nearest vote for what is near them', () => {
    const ranked = order([
      'quake Papua',
      'quake Papua Manokwari tremor',
      'Manokwari tremor rescue',
      'budget audit vote',
    ])
    expect(ranked).toEqual(['quake Papua Manokwari tremor', 'Manokwari tremor rescue'])
  })

  test('where even the nearest is weak, more of them vote', () => {
    // Of the last three, which share one word each with the first article, two have the rest in common.
    const subject = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda omega'
    const own = (word: string, letters = 'abcdefghijkl') =>
      Array.from(letters, (letter) => `${word}${letter}`).join(' ')
    const texts = [
      subject,
      `alpha beta ${own('one')}`,
      `gamma delta ${own('two')}`,
      `epsilon zeta ${own('three')}`,
      `eta ${own('four')}`,
      `theta ${own('five', 'abcdefghi')}`,
      `iota ${own('four')}`,
    ]
    const ranked = order(texts)
    expect(ranked.indexOf(texts[6] ?? '')).toBeLessThan(ranked.indexOf(texts[5] ?? ''))
  })

  test('an article’s measure is its share of the best, 1 for the best of all', () => {
    const texts = ['tariff talks Tokyo', 'tariff talks Tokyo', 'Tokyo marathon', 'rain']
    const [first, ...others] = vectors(texts).map(makeComparable)
    if (first === undefined) throw new Error('no vector')
    const [{ near: measured } = { near: [] }] = similarities([first], others, corpusOf(texts))
    expect(measured[0]).toBeCloseTo(1)
    expect(measured[1]).toBeGreaterThan(0)
    expect(measured[1]).toBeLessThan(1)
    expect(measured[2]).toBe(0)
  })

  test('several articles together are measured like each of them alone, and none against itself', () => {
    const texts = ['tariff talks Tokyo', 'tariff talks', 'Tokyo marathon rain', 'rain in Tokyo']
    const all = vectors(texts).map(makeComparable)
    const corpus = corpusOf(texts)
    const together = similarities(all, all, corpus)
    expect(together).toEqual(all.flatMap((each) => similarities([each], all, corpus)))
    expect(together.map(({ near }, i) => near[i])).toEqual([0, 0, 0, 0])
    expect(together[0]?.near[1]).toBeGreaterThan(0)
  })

  test('the strength of the nearest is 1 for the same words, and falls with what is shared', () => {
    const strengthOf = (...texts: string[]) => {
      const [first, ...others] = vectors(texts).map(makeComparable)
      if (first === undefined) throw new Error('no vector')
      return similarities([first], others, corpusOf(texts))[0]?.strength ?? 0
    }
    const unlike = ['rain on the roof', 'a marathon in Oslo']
    expect(strengthOf('tariff talks Tokyo', 'tariff talks Tokyo', ...unlike)).toBeCloseTo(1)
    const part = strengthOf('tariff talks Tokyo', 'tariff ruling Lisbon', ...unlike)
    expect(part).toBeGreaterThan(0)
    expect(part).toBeLessThan(0.5)
    expect(strengthOf('tariff talks Tokyo', ...unlike)).toBeCloseTo(0)
  })
})

describe('distinctiveTerms', () => {
  const frequencies: Record<string, number> = { akazawa: 20, tariff: 900, said: 90_000, lone: 1 }
  const byHash = new Map(Object.entries(frequencies).map(([term, n]) => [hashTerm(term), n]))
  const counts = { articles: 100_000, frequencies: () => byHash }

  test('are the rare ones first, without those that no other article has', () => {
    const body = ['said', 'tariff', 'akazawa', 'lone', 'unknown', 'said', 'said']
    const found = distinctiveTerms({ title: [], body }, counts)
    expect(found.map(({ term }) => term)).toEqual(['akazawa', 'tariff'])
  })

  test('are more in a small archive than in a large one, where each costs more', () => {
    const body = Array.from({ length: 100 }, (_, i) => `term${i}`)
    const found = (frequency: number, articles: number) => {
      const frequencies = (terms: Iterable<number>) =>
        new Map([...terms].map((term) => [term, frequency]))
      return distinctiveTerms({ title: [], body }, { articles, frequencies }).length
    }
    expect(found(5, 500)).toBe(20)
    expect(found(2_000, 100_000)).toBeLessThan(12)
    expect(found(1_000, 100_000)).toBeGreaterThanOrEqual(5)
  })
})
