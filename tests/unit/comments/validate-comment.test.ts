import { expect, test } from 'vitest'
import { validateComment } from '@/lib/comments/validate-comment'

const problemsOf = (name: string, text: string) =>
  validateComment({ name, text }, { lang: 'en' }).map(
    ({ field, problem }) => `${field}: ${problem}`,
  )

test.each([
  ['Anna', 'Hello.'],
  ['Nguyễn Thị Ánh', 'Tiếng Việt'],
  ['محمد', 'مرحبا'],
  ['さくら', '日本語'],
  ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['हिन्दी', 'क्षत्रिय\r\n\tनमस्ते'],
  ['שָׁלוֹם', 'בְּרֵאשִׁ֖ית'],
  [' Anna ', 'x'.repeat(5000)],
])('accepts the name %j', (name, text) => {
  expect(problemsOf(name, text)).toEqual([])
})

test.each([
  ['nothing', ''],
  ['white space', ' \t\r\n\u00a0\u3000'],
  ['zero-width characters', '\u200b\u200d\ufeff\u2060'],
  ['fillers that look like nothing', '\u3164\u115f\u2800'],
  ['marks without a letter', '\u0301\u0302'],
])('asks for words when there is only %s', (_, blank) => {
  expect(problemsOf(blank, blank)).toEqual([
    'name: Please give a name. Any name you like will do.',
    'text: Please write something first.',
  ])
})

test.each([
  ['a name over 60 characters', 'x'.repeat(61), 'a', /^name: .*60 characters/],
  ['a text over 5,000 characters', 'A', 'x'.repeat(5001), /^text: .*5,000 characters/],
  [
    'a text whose few characters are made of many',
    'A',
    '👩‍👩‍👧‍👦'.repeat(1500),
    /^text: .*too long/,
  ],
  ['10,000 combining marks', 'A', `a${'\u0301'.repeat(10_000)}`, /^text: /],
  ['nine marks on one letter', 'A', `a${'\u0301'.repeat(9)}`, /^text: .*accents/],
  ['a stacked name', `a${'\u0301'.repeat(9)}`, 'a', /^name: .*accents/],
  ['NUL', 'A', 'a\0b', /^text: .*control/],
  ['an escape sequence', 'A', '\u001b[31m', /^text: .*control/],
  ['a name of two lines', 'A\nB', 'a', /^name: .*one line/],
  ['NUL in a name', 'A\0', 'a', /^name: /],
  ['half a character', 'A', 'a\ud800', /^text: /],
])('refuses %s', (_, name, text, problem) => {
  expect(problemsOf(name, text)).toEqual([expect.stringMatching(problem)])
})
