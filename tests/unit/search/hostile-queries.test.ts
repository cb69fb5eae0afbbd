import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSuggestions } from '@/lib/search/find-suggestions'
import { runs } from '../../support/runs'
import { searchesOf } from './searches-of'

describe('hostile queries', () => {
  // Six hundred searches take a second or two, or a minute on a busy machine.
  test('finds something or nothing, and never fails', { timeout: 300_000 }, async () => {
    const { find, folder } = await searchesOf({
      a: { head: ['tags: [NATO]'], text: 'A summit of NATO. 日本の首相。' },
    })
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom(
        ...[
          '"',
          '“',
          '”',
          '-',
          '*',
          ':',
          'NEAR(',
          'AND',
          'OR',
          'NOT',
          '^',
          '{title} :',
          '(',
          ')',
          "'",
          ';',
          '\\',
          '%',
          '_',
        ],
        ...[
          '\u0000',
          '\ud800',
          '\u202e',
          '🗾👨‍👩‍👧',
          'nato',
          'tag:nato',
          'tag:"',
          'after:9999',
          'before:0000',
          'lang:%',
          '日本',
          ' ',
        ],
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        expect(find(text)).toBeDefined()
        expect(Array.isArray(findSuggestions(text, folder.now, folder.archive))).toBe(true)
      }),
      { seed: 11, numRuns: runs(600) },
    )
    expect(find('nato '.repeat(2_000))?.total).toBe(1)
    expect(find('x'.repeat(10_000))?.total).toBe(0)
  })
})
