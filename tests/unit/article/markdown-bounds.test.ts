import { expect, test } from 'vitest'
import { markdownProblem } from '@/lib/markdown/markdown-bounds'
import { bodySentences, plainText } from '@/lib/markdown/plain-text'
import { renderBody } from '@/lib/markdown/render-body'
import { problemsOf, withFields } from '../front-matter/parse-helpers'

const context = { imageSize: () => undefined, mediaUrl: (src: string) => src }
const N = 3000
const nested = (indent: number) =>
  Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * indent)}- a`).join('\n')

test.each([
  ['list marks', '* '.repeat(N)],
  ['quote marks', '>'.repeat(N)],
  ['quote marks with spaces', '> '.repeat(N)],
  ['numbers', '1. '.repeat(N)],
  ['lists by indentation', nested(2)],
  ['lists in quotes', '> - '.repeat(N)],
  ['emphasis that closes', `${'*a **a '.repeat(N)}${'a** a*'.repeat(N)}`],
  ['emphasis that never closes', '_a __a '.repeat(N)],
  ['asterisks', `${'*'.repeat(N)}a${'*'.repeat(N)}`],
  ['strikethrough', '~~a '.repeat(N)],
  ['links', `${'[a'.repeat(N)}${'](b)'.repeat(N)}`],
  ['images', `${'!['.repeat(N)}${'](b)'.repeat(N)}`],
  ['brackets', '['.repeat(N)],
  ['open links', '[a](<b'.repeat(N)],
  ['elements', '<b>'.repeat(N)],
  ['elements over paragraphs', '<div>\n\n'.repeat(N)],
  [
    'a table that is wide and long',
    `|${'a|'.repeat(400)}\n|${'-|'.repeat(400)}\n${'a|\n'.repeat(N)}`,
  ],
  ['lists after a fence in a list', `- a\n  \`\`\`\n${'* '.repeat(N)}`],
  ['lists after a fence in HTML', `<div>\n\`\`\`\n\n${'* '.repeat(N)}`],
  ['lists after a fence in a comment', `<!--\n\`\`\`\n-->\n${'* '.repeat(N)}`],
])('thousands of %s are one error at their line, before anything is parsed', (_name, body) => {
  expect(problemsOf(`${withFields()}\n${body}\n`)).toEqual([
    expect.stringMatching(/^articles\/story\.md:\d+:1: body: (?:nests|has more than) .* \(.+\)$/),
  ])
  expect(renderBody(body, context).html).toMatch(/^<p/)
})

test.each([
  ['backticks', Array.from({ length: 300 }, (_, i) => `e${'`'.repeat(i)}`).join('')],
  ['angle brackets', '<'.repeat(N)],
  ['open comments', '<!--'.repeat(N)],
  ['declarations', '<!A '.repeat(N)],
  ['instructions', '<?'.repeat(N)],
  ['ampersands', '&'.repeat(N)],
  ['backslashes', '\\'.repeat(N)],
  ['addresses', 'www.a.b'.repeat(N)],
  ['mail', 'a.b@c.d'.repeat(N)],
  ['stops', '. '.repeat(N)],
  ['Japanese quotes', '「あ。」'.repeat(N)],
  ['open Japanese quotes', '「あ。'.repeat(N)],
  ['full stops', 'A b. '.repeat(N)],
  ['spaces', `a${' '.repeat(N)}b`],
  ['pipes', '|'.repeat(N)],
  ['parentheses', `[a](${'('.repeat(N)}${')'.repeat(N)})`],
])('thousands of %s do no harm', (_name, body) => {
  expect(markdownProblem(body)).toBeUndefined()
  plainText(body)
  bodySentences(body)
  renderBody(body, context)
})

test('code may hold what text may not', () => {
  expect(markdownProblem(`\`\`\`\n${'[*'.repeat(N)}\n${'> '.repeat(N)}\n\`\`\`\n`)).toBeUndefined()
})

test('a list of a thousand links is no paragraph of a thousand links', () => {
  expect(markdownProblem('- [a](b) *c*\n'.repeat(1000))).toBeUndefined()
  expect(markdownProblem('[a](b) *c*\n'.repeat(1000))).toMatchObject({ line: 201 })
})
