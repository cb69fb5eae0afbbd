import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesOf } from '@/lib/language/names'
import { runs } from '../../support/runs'

const surfaces = (text: string) => namesOf(text).map(({ surface }) => surface)

test.each([
  ['an office before a name', 'He met U.S. Commerce Secretary Howard Lutnick.', ['Howard Lutnick']],
  ['an office with "of"', 'The Secretary of Defense Pete Hegseth came.', ['Pete Hegseth']],
  ['a title with a full stop', 'They heard Lt. Gen. Stephen Jost.', ['Stephen Jost']],
  ['a possessive', 'They read Akira Mori’s book.', ['Akira Mori']],
  [
    'two names with a hyphen',
    'The NATO chief and Japan spoke. The Japan-NATO talks',
    ['NATO', 'Japan'],
  ],
  ['one name with a hyphen', 'It is in the Indo-Pacific region.', ['Indo-Pacific']],
  ['a given name with a hyphen', 'It was President Lee Jae-myung.', ['Lee Jae-myung']],
  ['New', 'They went to New Zealand.', ['New Zealand']],
  ['the beginning of a sentence', 'Growing trade helps. Trade is good.', []],
  ['days and months', 'It was on a Monday in June.', []],
  ['an office alone', 'It was the Prime Minister.', []],
  ['capitals throughout', '', []],
])('%s', (_, text, expected) => {
  expect(surfaces(text)).toEqual(expected)
})

test('short forms count with the full name', () => {
  const text =
    'The talks with Prime Minister Ishiba Shigeru began. Later Ishiba left. It was what Howard Lutnick feared, and Lutnick said so.'
  expect(namesOf(text).map(({ surface, count }) => [surface, count])).toEqual([
    ['Ishiba Shigeru', 2],
    ['Howard Lutnick', 2],
  ])
})

test('names stand in the text as they are given, whatever the text', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Gen.',
      'President',
      'of',
      'New',
      'U.S.',
      'Ann-Marie',
      'Dahl’s',
      '-',
      '日本',
      '. ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join(' ')
      for (const { surface } of namesOf(text)) expect(text.replace(/\s+/g, ' ')).toContain(surface)
    }),
    { seed: 12, numRuns: runs(300) },
  )
})
