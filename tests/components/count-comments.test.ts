import { expect, test } from 'vitest'
import { countComments } from '@/components/comments/count-comments'

test.each([
  [1, 'en', '1 comment'],
  [999, 'en', '999 comments'],
  [10_000, 'en', '10,000 comments'],
  [10_000, 'de', '10.000 comments'],
])('%i in %s', (count, lang, expected) => {
  expect(countComments(count, { lang })).toBe(expected)
})
