import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withCorrections } from '@/lib/search/change-query'
import { dateBounds } from '@/lib/search/date-bounds'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery, isEmptyQuery } from '@/lib/search/query'
import { runs } from '../../support/runs'

const EMPTY = { words: [], phrases: [], without: [], filters: [] }
const filter = (key: string, value: string, not = false) => ({ key, value, not })

describe('parseQuery', () => {
  test.each([
    ['words', 'NATO  summit', { words: ['NATO', 'summit'] }],
    ['a phrase', 'japan "historic shift"', { words: ['japan'], phrases: ['historic shift'] }],
    ['curly quotes', '“historic shift” «deux mots»', { phrases: ['historic shift', 'deux mots'] }],
    ['a word left out', 'japan -nato', { words: ['japan'], without: ['nato'] }],
    ['a phrase left out', 'japan -"tariff talks"', { words: ['japan'], without: ['tariff talks'] }],
    ['a hyphen within', 'covid-19 co-op', { words: ['covid-19', 'co-op'] }],
    [
      'filters',
      'tag:nato Source:Asahi',
      { filters: [filter('tag', 'nato'), filter('source', 'Asahi')] },
    ],
    [
      'a quoted filter',
      'tag:"social security" x',
      { words: ['x'], filters: [filter('tag', 'social security')] },
    ],
    ['a filter turned round', '-tag:nato', { filters: [filter('tag', 'nato', true)] }],
    [
      'dates',
      'after:2024 before:2025-06-28',
      { filters: [filter('after', '2024'), filter('before', '2025-06-28')] },
    ],
    ['no such date', 'after:2024-13', { words: ['2024-13'] }],
    ['no value', 'author: smith', { words: ['smith'] }],
    ['no filter of ours', 'site:x http://a.b/c', { words: ['site:x', 'http://a.b/c'] }],
    ['the same filter twice', 'tag:a tag:A', { filters: [filter('tag', 'a')] }],
    ['an open quote', 'the "historic shift', { words: ['the', 'historic', 'shift'] }],
    [
      'operators',
      'a AND b OR NOT c* (d) ^e',
      { words: ['a', 'AND', 'b', 'OR', 'NOT', 'c*', '(d)', '^e'] },
    ],
    ['nothing but marks', '"" - * : -- "-" ()', {}],
    ['control characters', 'na\u0000to\u0007 \u202esummit', { words: ['na', 'to', 'summit'] }],
    [
      'Japanese',
      '日米関係 -関税 "首脳会談"',
      { words: ['日米関係'], without: ['関税'], phrases: ['首脳会談'] },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(parseQuery(text)).toEqual({ ...EMPTY, ...expected })
  })

  test('takes any text for a query, and writes each in one way that it reads as the same', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '“',
        '”',
        '«',
        '-',
        '-"',
        'tag:',
        'after:',
        'lang:',
        '2024',
        ' ',
        '\u0000',
        '\ud800',
        '🗾',
        'a',
        '日本',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const query = parseQuery(pieces.join(''))
        expect(parseQuery(formatQuery(query))).toEqual(query)
      }),
      { seed: 7, numRuns: runs(2_000) },
    )
  })

  test('reads ten thousand characters as far as a search needs', () => {
    const query = parseQuery('word tag:x "a b" -c '.repeat(500))
    expect(query.words.length).toBeLessThanOrEqual(40)
    expect(query.filters).toHaveLength(1)
    expect(isEmptyQuery(parseQuery('"'.repeat(10_000)))).toBe(true)
  })
})

describe('dateBounds', () => {
  const bounds = (text: string) => dateBounds(parseQuery(text).filters, 'Asia/Tokyo')
  test('begins days where the site is', () => {
    expect(bounds('after:2025')).toEqual({ after: Date.parse('2025-01-01T00:00:00+09:00') })
    expect(bounds('before:2025-06')).toEqual({ before: Date.parse('2025-06-01T00:00:00+09:00') })
  })
  test('lets through what all of them let through, and nothing by a day that isn’t', () => {
    expect(bounds('after:2024 after:2025-02 before:2026 before:2027')).toEqual({
      after: Date.parse('2025-02-01T00:00:00+09:00'),
      before: Date.parse('2026-01-01T00:00:00+09:00'),
    })
    expect(bounds('after:2025-02-30')).toEqual({})
  })
})

test('puts corrections where the words were typed', () => {
  const query = parseQuery('Tarrif talks -x tag:trade')
  const better = withCorrections(query, [{ from: 'tarrif', to: 'tariff' }])
  expect(formatQuery(better)).toBe('tariff talks -x tag:trade')
})
