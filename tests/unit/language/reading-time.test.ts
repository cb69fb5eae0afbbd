import { expect, test } from 'vitest'
import { countWords, readingMinutes } from '@/lib/language/reading-time'

test.each([
  ['', 0],
  ['One two three.', 3],
  ['U.S. — Japan’s 2+2 talks', 4],
  ['日本の首相', 3],
  ['NATOと日本', 3],
  ['رئيس الوزراء', 2],
  ['प्रधानमंत्री गए', 2],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test.each([
  [0, 1],
  [238, 1],
  [600, 3],
  [2380, 10],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})
