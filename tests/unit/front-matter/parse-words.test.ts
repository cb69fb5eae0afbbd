import { expect, test } from 'vitest'
import { parseWords } from '@/lib/front-matter/parse-words'

const parse = (yaml: string) =>
  parseWords({ path: 'words.yaml', bytes: new TextEncoder().encode(yaml) })

const problemsOf = (yaml: string) =>
  parse(yaml).problems.map(
    ({ line, column, field, problem, fix }) => `${line}:${column}: ${field}: ${problem} (${fix})`,
  )

test('accepts any word of the table, and the forms of a text with a number', () => {
  const yaml = `article:
  share: Pass it on
  comments:
    one: one letter
    other: "{count} letters"
`
  expect(parse(yaml)).toMatchObject({
    ok: true,
    data: {
      article: { share: 'Pass it on', comments: { one: 'one letter', other: '{count} letters' } },
    },
    problems: [],
  })
})

test.each([
  [
    'article:\n  shar: Pass it on\n',
    '2:3: article.shar: is not a known field (did you mean share?)',
  ],
  ['artikle:\n  share: Pass it on\n', '1:1: artikle: is not a known field (did you mean article?)'],
  [
    'article:\n  by: Written {names}, {when}\n',
    '2:7: article.by: {when} stands for nothing here (it has {names})',
  ],
  [
    'article:\n  by: Written\n',
    '2:7: article.by: lacks {names} (put it where "By {names}" has it)',
  ],
  [
    'article:\n  share: Share {title}\n',
    '2:10: article.share: {title} stands for nothing here (it has no {name})',
  ],
  [
    'article:\n  comments:\n    one: one letter\n',
    '3:5: article.comments.other: is missing (add it)',
  ],
  [
    'article:\n  comments:\n    other: many letters\n',
    '3:12: article.comments.other: lacks {count} (put it where "{count} comments" has it)',
  ],
  ['article:\n  share: [a]\n', '2:10: article.share: must be text, not a list (write one value)'],
  [
    'article: Share\n',
    '1:10: article: must be fields of its own, not text (write its fields below it, indented)',
  ],
])('%j is an error', (yaml, problem) => {
  expect(problemsOf(yaml)).toEqual([problem])
})
