import { expect, it } from 'vitest'
import { excerptOf } from '@/lib/language/excerpt'

it.each([
  ['short enough', 'A short text.', 40, 'A short text.'],
  ['a sentence', 'The wall is high. The port waits for its money.', 30, 'The wall is high.'],
  [
    'an abbreviation is no end',
    'Mr. Smith met Dr. Jones in the U.S. Senate. They spoke for hours.',
    48,
    'Mr. Smith met Dr. Jones in the U.S. Senate.',
  ],
  [
    'a phrase',
    'Akazawa met Lutnick on Friday, agreeing to continue negotiations to reach a deal.',
    45,
    'Akazawa met Lutnick on Friday…',
  ],
  [
    'before a quotation',
    'The minister told the whole assembly “we shall not wait, not at all, for anyone”. So it went.',
    62,
    'The minister told the whole assembly…',
  ],
  [
    'before a typewriter’s quotation, though it holds an apostrophe',
    "The minister told the whole assembly 'we don't wait, not at all, for anyone'. So it went.",
    62,
    'The minister told the whole assembly…',
  ],
  [
    'no sentence ends inside a quotation',
    'She said: “It is over. All of it is over now and for good.” Nobody answered her that day.',
    40,
    'She said: “It is over. All of it is over now and for good.”',
  ],
  [
    'a comma in a bracket ends nothing',
    'The four ministers of the region (Japan, Korea, India) met in the old harbour hall today.',
    48,
    'The four ministers of the region…',
  ],
  [
    'a comma in a number ends nothing',
    'It took 12,345 votes of members to pass it',
    20,
    'It took 12,345…',
  ],
  [
    'Japanese',
    '港の計画が決まった。工事は春に始まり、三年かかる見込みだ。',
    15,
    '港の計画が決まった。',
  ],
  ['no space and no stop', 'あ'.repeat(30), 11, `${'あ'.repeat(10)}…`],
  [
    'an apostrophe opens nothing',
    'In the ’90s it was not so, they say, and nobody minds.',
    40,
    'In the ’90s it was not so, they say…',
  ],
])('%s', (_, text, length, excerpt) => {
  expect(excerptOf(text, length, 'en')).toBe(excerpt)
})

it('is hardly longer than asked for', () => {
  const text =
    'One “two three four, five six. Seven eight” nine (ten, eleven); twelve. Thirteen – fourteen.'
  // The closing quotation mark is added on top.
  for (let length = 2; length < text.length; length++)
    expect(excerptOf(text, length).length).toBeLessThanOrEqual(length * 1.6 + 1)
})
