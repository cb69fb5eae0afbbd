import { expect, test } from 'vitest'
import { type Nearby, orderRail } from '@/lib/related/rail'

const item = (slug: string, near: number, more: Partial<Nearby> = {}): Nearby => ({
  slug,
  near,
  published: new Date('2025-06-01'),
  title: slug,
  source: undefined,
  isForeign: false,
  ...more,
})
const order = (items: Nearby[]) => orderRail(items, () => false).map((place) => place.item.slug)

test('the nearest comes first', () => {
  expect(order([item('far', 0.2), item('near', 1.8), item('middle', 1)])).toEqual([
    'near',
    'middle',
    'far',
  ])
})

test.each([
  ['sources take turns when they are close', [1.5, 1.45, 1.42], ['a1', 'b', 'a2']],
  ['a source keeps its place when it is much nearer', [1.5, 1.45, 0.7], ['a1', 'a2', 'b']],
])('%s', (_, [first = 0, second = 0, other = 0], expected) => {
  const items = [
    item('a1', first, { source: 'Asahi' }),
    item('a2', second, { source: 'Asahi' }),
    item('b', other, { source: 'Jiji' }),
  ]
  expect(order(items)).toEqual(expected)
})

test('articles without a source don’t count as having the same one', () => {
  expect(order([item('a', 1.5), item('b', 1.45), item('c', 1.42, { source: 'Jiji' })])).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('recency decides ties, and only ties', () => {
  const newer = { published: new Date('2025-06-20') }
  expect(order([item('older', 1), item('newer', 0.995, newer)])).toEqual(['newer', 'older'])
  expect(order([item('older', 1), item('newer', 0.8, newer)])).toEqual(['older', 'newer'])
})

test('articles that only fill the rail keep their order after the rest', () => {
  const newer = { published: new Date('2025-06-20') }
  expect(order([item('tagged', 0), item('newest', 0, newer), item('near', 0.1)])).toEqual([
    'near',
    'tagged',
    'newest',
  ])
})

test('articles with the same text take one place, the nearest, however they are spread', () => {
  const items = [
    item('a', 2),
    item('b', 1.5),
    item('a-copy', 1.2),
    item('c', 1),
    item('a-cut', 0.9),
  ]
  const same = (x: Nearby, y: Nearby) => x.slug[0] === 'a' && y.slug[0] === 'a'
  expect(
    orderRail(items, same).map((place) => [place.item.slug, place.sameText.map((s) => s.slug)]),
  ).toEqual([
    ['a', ['a-copy', 'a-cut']],
    ['b', []],
    ['c', []],
  ])
})

test('the article’s language comes first, whatever is nearer', () => {
  const foreign = { isForeign: true }
  expect(
    order([item('ja', 2, foreign), item('filler', 0), item('near', 1), item('ko', 1.9, foreign)]),
  ).toEqual(['near', 'filler', 'ja', 'ko'])
})

test('no headline appears twice, however it is punctuated', () => {
  expect(
    order([
      item('a', 2, { title: 'Harbour 3.3.3 released' }),
      item('b', 1, { title: '“Harbour 3.3.3” Released!' }),
      item('c', 0.5, { title: '港 3.3.3' }),
    ]),
  ).toEqual(['a', 'c'])
})
