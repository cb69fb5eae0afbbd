import { expect, test } from 'vitest'
import { questionText } from '@/lib/insight/question/question-text'

test.each([
  ['  Who was the captain? ', 'Who was the captain?'],
  ['Who\u0000was\u0007\nhe?', 'Who was he?'],
  ['Who \u202ewas he\u202c?', 'Who  was he ?'],
  ['\ud83d', ''],
  [`${'x'.repeat(499)}💥`, 'x'.repeat(499)],
  ['x'.repeat(20_000), 'x'.repeat(500)],
  ['💥 船長は誰？', '💥 船長は誰？'],
  ['', ''],
])('%j is shown and asked as %j', (written, shown) => {
  expect(questionText(written)).toBe(shown)
})
