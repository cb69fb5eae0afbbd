import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BodyCost, markdownProblem } from '@/lib/markdown/bounds/markdown-problem'
import { bodySentences, plainText } from '@/lib/markdown/plain-text'
import { renderBody } from '@/lib/markdown/render-body'
import { runs } from '../../support/runs'
import { problemsOf, withFields } from '../front-matter/parse-helpers'
import { countCopies } from './count-copies'

const context = { imageSize: () => undefined, mediaUrl: (src: string) => src }
const N = 3000
const nested = (indent: number) =>
  Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * indent)}- a`).join('\n')
const numbered = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('')

/** Bodies that would take seconds to hours, or overflow the stack. */
const TOO_MUCH: readonly (readonly [name: string, problem: string, body: string])[] = [
  ['list marks', 'nests lists', `${'- '.repeat(N)}a`],
  ['quote marks', 'nests lists', '>'.repeat(N)],
  ['quote marks with spaces', 'nests lists', '> '.repeat(N)],
  ['numbers', 'nests lists', '1. '.repeat(N)],
  ['lists by indentation', 'nests lists', nested(2)],
  ['lists in quotes', 'nests lists', '> - '.repeat(N)],
  ['lists after a fence in a list', 'nests lists', `- a\n  \`\`\`\n${'1. '.repeat(N)}`],
  ['lists after a fence in HTML', 'nests lists', `<div>\n\`\`\`\n\n${'1. '.repeat(N)}`],
  ['lists after a fence in a comment', 'nests lists', `<!--\n\`\`\`\n-->\n${'1. '.repeat(N)}`],
  ['quotations with empty lines', 'ends so many', '> a\n\n'.repeat(4000)],
  ['quotations with paragraphs', 'ends so many', '> a\n\nb\n\n'.repeat(N)],
  ['quotations with rules', 'ends so many', '> a\n---\n'.repeat(N)],
  ['quotations with headings', 'ends so many', '> a\n# b\n'.repeat(N)],
  ['items with quotations', 'ends so many', '- >   \n'.repeat(N)],
  ['items with end tags', 'ends so many', '- > </div>\n'.repeat(N)],
  ['items with lists', 'ends so many', '- a\n  - b\n'.repeat(N)],
  ['lists with paragraphs', 'ends so many', '- a\n\nb\n\n'.repeat(N)],
  ['fences cut short', 'ends so many', '> ```\na\n'.repeat(N)],
  ['lazy lines', 'continues a paragraph', '> a\nb\n'.repeat(20_000)],
  ['lazy lines after one mark', 'continues a paragraph', `> a\n${'b\n'.repeat(20_000)}`],
  ['empty items', 'is too long', '-\n'.repeat(100_000)],
  ['headings', 'is too long', '# a\n'.repeat(100_000)],
  ['emphasis that closes', 'has too many emphasis', `${'*a **a '.repeat(N)}${'a** a*'.repeat(N)}`],
  ['emphasis that never closes', 'has too many emphasis', '_a __a '.repeat(N)],
  ['asterisks between letters', 'has too many emphasis', 'a*'.repeat(10_000)],
  ['asterisks around a letter', 'has too many emphasis', `${'*'.repeat(N)}a${'*'.repeat(N)}`],
  ['strikethrough', 'has too many emphasis', '~~a '.repeat(N)],
  ['closing brackets', 'has too many square', 'a]'.repeat(30_000)],
  ['links', 'nests brackets', `${'[a'.repeat(N)}${'](b)'.repeat(N)}`],
  ['images', 'nests brackets', `${'!['.repeat(N)}${'](b)'.repeat(N)}`],
  ['brackets', 'nests brackets', '['.repeat(N)],
  ['words behind an open bracket', 'has too many square', `[ ${'word '.repeat(12_000)}`],
  ['open comments', 'has too many comments', 'a <!-- '.repeat(N)],
  ['open instructions', 'has too many comments', 'a <? '.repeat(N)],
  ['open code', 'has too many comments', numbered(350, (i) => `e${'`'.repeat(i)} `)],
  ['open titles', 'has too many comments', '[a](b (c '.repeat(N)],
  ['addresses with dots', 'has an address', 'a.'.repeat(30_000)],
  ['addresses that end in stops', 'has an address', `www.a${'.,'.repeat(4 * N)}`],
  ['elements', 'nests HTML', '<b>'.repeat(N)],
  ['elements that others seem to end', 'nests HTML', '<b>a</i>'.repeat(N)],
  ['elements over paragraphs', 'nests HTML', '<div>\n\n'.repeat(N)],
  ['words in backticks', 'is too long', '`a` b\n'.repeat(3 * N)],
  ['rows of a table', 'has too many table', `|a|b|c|d|\n|-|-|-|-|\n${'|a|b|c|d|\n'.repeat(N)}`],
  [
    'a table that is wide and long',
    'has too many table',
    `|${'a|'.repeat(400)}\n|${'-|'.repeat(400)}\n${'a|\n'.repeat(N)}`,
  ],
  ['definitions', 'has too many footnotes', numbered(20_000, (i) => `[a${i}]: b\n`)],
]

test.each(TOO_MUCH)(
  'thousands of %s are one error, before anything is parsed',
  (_, problem, body) => {
    const [found, ...others] = problemsOf(`${withFields()}\n${body}\n`)
    expect(others).toEqual([])
    expect(found).toMatch(/^articles\/story\.md:\d+:1: body: .* \(.+\)$/)
    expect(found).toContain(`:1: body: ${problem}`)
    expect(renderBody(body, context).html).toMatch(/^<p/)
  },
)

test('the error is at the line that makes the body slow', () => {
  const before = 'Words.\n\n'.repeat(100)
  const at = (text: string) => markdownProblem(`${before}${text}\n\n${'Words.\n\n'.repeat(100)}`)
  expect(at('>'.repeat(N))).toMatchObject({ line: 201 })
  expect(at('a*'.repeat(10_000))).toMatchObject({ line: 201 })
  expect(at(`[ ${'word '.repeat(12_000)}`)).toMatchObject({ line: 201 })
  expect(at('<b>'.repeat(N))).toMatchObject({ line: 201 })
})

test.each([
  ['backticks', Array.from({ length: 300 }, (_, i) => `e${'`'.repeat(i)}`).join('')],
  ['angle brackets', '<'.repeat(N)],
  ['open comments', '<!--'.repeat(N)],
  ['declarations', '<!A '.repeat(N)],
  ['instructions', '<?'.repeat(N)],
  ['asterisks on one side', `${'*'.repeat(N)}a`],
  ['marks of a rule', '* '.repeat(N)],
  ['ampersands', '&'.repeat(N)],
  ['backslashes', '\\'.repeat(N)],
  ['addresses', 'www.a.b '.repeat(N)],
  ['mail', 'a.b@c.d '.repeat(N)],
  ['stops', '. '.repeat(N)],
  ['Japanese quotes', '「あ。」'.repeat(N)],
  ['open Japanese quotes', '「あ。'.repeat(N)],
  ['full stops', 'A b. '.repeat(N)],
  ['spaces', `a${' '.repeat(N)}b`],
  ['tabs', `a${'\t'.repeat(N)}b`],
  ['pipes', '|'.repeat(N)],
  ['parentheses', `[a](${'('.repeat(N)}${')'.repeat(N)})`],
])('thousands of %s do no harm', (_name, body) => {
  expect(markdownProblem(body)).toBeUndefined()
  plainText(body)
  bodySentences(body)
  renderBody(body, context)
})

const ANSWER = `It was a *long* day, and [the minister](https://a.example/b) said so. ${'We talked about the harbour and what it costs. '.repeat(5)}\n\n`

describe('long texts of newsrooms', () => {
  test.each([
    [
      'an interview of 100 KB with quotations',
      `**What happened then?**\n\n${ANSWER}> A quotation of two sentences. It is here.\n\n`.repeat(
        220,
      ),
    ],
    [
      'a table of 1,500 rows',
      `| a | b | c | d |\n|---|---|--:|---|\n${'| c | d e | 10 | f |\n'.repeat(1500)}`,
    ],
    [
      'a table of 1,000 rows with links and emphasis',
      `| a | b | c | d |\n|---|---|--:|---|\n${'| *c* | d e | 10 | [x](y) |\n'.repeat(1000)}`,
    ],
    ['a list of 1,500 items', '- [a](b) *c*\n'.repeat(1500)],
    [
      'a list of 1,000 items with paragraphs',
      '1. An item.\n\n   Its second paragraph.\n\n'.repeat(1000),
    ],
    [
      '500 footnotes',
      numbered(500, (i) => `A sentence.[^${i}]\n\n`) +
        numbered(500, (i) => `[^${i}]: *See* [there](https://a.example).\n`),
    ],
    [
      'code of 5,000 lines',
      `\`\`\`js\n${'if (a[b] < c * d) { return "<!--" }\n'.repeat(5000)}\`\`\`\n`,
    ],
    [
      'a timeline of 1,000 lines',
      '**10:30** Something *happened*.  \n'.repeat(1000).replaceAll(/((?:.*\n){10})/g, '$1\n'),
    ],
    ['an HTML list of 200 items', `<ul>\n${'<li>Item <b>one</b>\n'.repeat(200)}</ul>\n`],
  ])('%s is no fault', (_name, body) => {
    expect(markdownProblem(body)).toBeUndefined()
  })
})

test('code may contain what text may not', () => {
  expect(markdownProblem(`\`\`\`\n${'[*'.repeat(N)}\n${'> '.repeat(N)}\n\`\`\`\n`)).toBeUndefined()
})

/** Elements that the parser may copy for a body within the limits: some three bytes of work for each. */
const MOST_COPIES = 60_000_000

const FRAGMENTS = [
  ...['a', 'a b.', '*a*', '**a', 'a]', '[a](b)', '![a](b)', '`a', '<b>a</b>', 'a <!-- b', '# a'],
  ...['---', '```', '<div>', '</div>', '[a]: b', '[^a]: b', 'a[^a]', 'a | b\n- | -\nc | d', ''],
]

const around = fc.constantFrom('', '', '> ', '- ', '1. ', '> > ', '- > ', '    ', '  ', '>', '+ ')

/** Some lines, each in its own containers, repeated. */
const repeated = fc
  .record({
    lines: fc.array(fc.tuple(around, fc.constantFrom(...FRAGMENTS)), {
      minLength: 1,
      maxLength: 4,
    }),
    gap: fc.constantFrom('\n', '\n\n'),
    times: fc.integer({ min: 1, max: 800 }),
  })
  .map(({ lines, gap, times }) =>
    lines
      .map(([marks, text]) => text.replace(/^/gm, marks) + gap)
      .join('')
      .repeat(times),
  )

test('a body within the limits is parsed without copying its parts over and over', () => {
  fc.assert(
    fc.property(repeated, (body) => {
      if (markdownProblem(body)) return
      expect(countCopies(() => renderBody(body, context))).toBeLessThan(MOST_COPIES)
    }),
    { seed: 1, numRuns: runs(60) },
  )
})

test('a longer body never costs less, up to its fault', () => {
  fc.assert(
    fc.property(repeated, (body) => {
      const [once, twice] = [new BodyCost(body), new BodyCost(body + body)]
      if (twice.fault) return
      expect(once.fault).toBeUndefined()
      expect(twice.meter.total).toBeGreaterThanOrEqual(once.meter.total)
    }),
    { seed: 2, numRuns: runs(200) },
  )
})
