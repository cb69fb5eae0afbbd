import { expect, test } from 'vitest'
import { kindOf } from '@/lib/article/kind'

test.each([
  ['en', 'Opinion', 'opinion'],
  ['en', 'World', 'news'],
  ['ja', '社説', 'opinion'],
  ['de', 'Leitartikel', 'opinion'],
  ['de', 'Opinion', 'opinion'],
  ['en', 'Leitartikel', 'news'],
])('in a paper in %s the section %s holds %s', (lang, section, kind) => {
  expect(kindOf({ section }, { lang })).toBe(kind)
})

test('site.yaml names the sections of opinion otherwise, and a story what it is', () => {
  expect(kindOf({ section: 'Opinion' }, { lang: 'en', opinion: ['Views'] })).toBe('news')
  expect(kindOf({ section: 'Views' }, { lang: 'en', opinion: ['Views'] })).toBe('opinion')
  expect(kindOf({ section: 'Views', kind: 'analysis' }, { lang: 'en' })).toBe('analysis')
})
