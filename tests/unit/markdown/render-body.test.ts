import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { hasAnchor } from '@/lib/markdown/body-anchors'
import { bodySentences, plainText } from '@/lib/markdown/plain-text'
import { renderBody } from '@/lib/markdown/render-body'
import { runs } from '../../support/runs'

const fixtures = fileURLToPath(new URL('../../fixtures/article/markdown', import.meta.url))

/** `UPDATE_FIXTURES=1 npx vitest run …` writes the outputs; otherwise a missing one fails. */
const update = process.env.UPDATE_FIXTURES === '1'

const context = {
  imageSize: (src: string) => (src === 'missing.jpg' ? undefined : { width: 1200, height: 800 }),
  mediaUrl: (src: string) => `/media/${src.replace(/^.*\//, '')}`,
}

test.each(readdirSync(fixtures))('the Markdown of %s becomes its HTML', (name) => {
  const output = `${fixtures}/${name}/output.html`
  const { html } = renderBody(readFileSync(`${fixtures}/${name}/input.md`, 'utf8'), context)
  if (update) writeFileSync(output, `${html}\n`)
  expect(existsSync(output), `${output} exists`).toBe(true)
  expect(`${html}\n`).toBe(readFileSync(output, 'utf8'))
})

test.each(readdirSync(fixtures))(
  'the lexer finds the sentences of %s that the page shows',
  (name) => {
    const body = readFileSync(`${fixtures}/${name}/input.md`, 'utf8')
    expect(bodySentences(body)).toEqual(renderBody(body, context).sentences)
  },
)

type Node = DefaultTreeAdapterTypes.Node

function* nodesOf(node: Node): Generator<Node> {
  yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* nodesOf(child)
}

const textOf = (node: Node) =>
  [...nodesOf(node)]
    .map((each) => ('value' in each ? each.value : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** Every attribute in a piece of HTML, as a browser reads it. */
const attributesOf = (html: string) =>
  [...nodesOf(parseFragment(html))].flatMap((node) =>
    'tagName' in node
      ? node.attrs.map(({ name, value }) => ({ element: node.tagName, name, value }))
      : [],
  )

const elementsOf = (html: string) =>
  [...nodesOf(parseFragment(html))].flatMap((node) => ('tagName' in node ? [node] : []))

const pieces = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '](/a)',
    '](javascript:x)',
    '![',
    '<',
    '>',
    '<b>',
    '</b>',
    '<a href="javascript:x">',
  ],
  ...[
    '<script>',
    '</script>',
    '<img src=x onerror=y>',
    '<svg onload=x>',
    '<span id="s-aaaaaa">',
    '<p',
    '"',
    "'",
    '&lt;',
    '&#x6a;',
  ],
  ...[
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '> ',
    '# ',
    '| a | b |\n|-|-|\n',
    '```\n',
    '    ',
    '[^1]',
    '[^1]: ',
    'word ',
    'End. ',
    '。',
    ' ',
    '\\',
    '~~',
  ],
  ...[
    '<details>',
    '<!--',
    '-->',
    'http://x.y ',
    '[x]: javascript:y\n',
    '<td>',
    '<table>',
    '<style>',
    '<math><mi//xlink:href="data:x">',
  ],
]
const markdown = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

const ALLOWED_URL = /^(?:https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i

test('no Markdown makes rendering throw, and nothing executable gets through', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { html } = renderBody(body, context)
      for (const { name, value } of attributesOf(html)) {
        expect(name).not.toMatch(/^on|^style$|^srcdoc$|^formaction$/)
        if (name === 'href' || name === 'src') expect(value).toMatch(ALLOWED_URL)
      }
      const names = elementsOf(html).map(({ tagName }) => tagName)
      for (const name of ['script', 'style', 'svg', 'math', 'iframe', 'form', 'object'])
        expect(names).not.toContain(name)
    }),
    { seed: 3, numRuns: runs(1500) },
  )
})

test('every id occurs once, and every sentence is in the element with its id, letter for letter', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { html, sentences, headings } = renderBody(body, context)
      const elements = elementsOf(html)
      const idOf = (element: (typeof elements)[number]) =>
        element.attrs.find(({ name }) => name === 'id')?.value
      const ids = elements.flatMap((element) => idOf(element) ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id, text } of [...sentences, ...headings]) {
        const element = elements.find((each) => idOf(each) === id)
        expect(element && textOf(element).replace(/\d+$/, ''), id).toContain(
          text.replace(/\d+$/, ''),
        )
      }
    }),
    { seed: 4, numRuns: runs(800) },
  )
})

test('no Markdown makes the lexer throw', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      expect(plainText(body)).toBe(plainText(body).trim())
      bodySentences(body)
    }),
    { seed: 5, numRuns: runs(1500) },
  )
})

test('headings never take an id of the page, and equal ones are numbered', () => {
  const { headings } = renderBody('# Comments\n\n## Respond\n\n## Respond\n\n## !\n', context)
  expect(headings).toEqual([
    { id: 'h-comments', text: 'Comments', level: 2 },
    { id: 'h-respond', text: 'Respond', level: 2 },
    { id: 'h-respond-2', text: 'Respond', level: 2 },
    { id: 'h-', text: '!', level: 2 },
  ])
})

test('the id of a heading doesn’t include a footnote’s number', () => {
  const body = 'One.[^0]\n\n## Costs[^1] of *it*[^1]\n\n[^0]: Note.\n\n[^1]: Note.\n'
  expect(renderBody(body, context).headings[0]).toEqual({
    ...{ id: 'h-costs-of-it', text: 'Costs of it', level: 2 },
  })
  expect(hasAnchor(body, 'en', 'h-costs-of-it')).toBe(true)
  expect(hasAnchor(body, 'en', 'h-costs1-of-it1')).toBe(false)
})

test('a missing image shows its alternative text, is in no sentence, and leaves nothing without one', () => {
  const body =
    'One ![A wall](missing.jpg) two.\n\n![](missing.jpg)\n\n![B](missing.jpg "Caption.")\n\n[![C](missing.jpg)](/c)\n'
  const { html, sentences } = renderBody(body, context)
  expect(html.replace(/<span[^>]*>|<\/span>/g, '')).toBe(
    '<p>One <i>A wall</i> two.</p>\n\n<p><i>B</i></p>\n<p><a href="/c"><i>C</i></a></p>',
  )
  expect(sentences).toEqual(bodySentences(body))
})

test('with a prefix, two bodies on one page share no id or anchor', () => {
  const body = '## Same\n\nEqual.[^1]\n\n[^1]: Note.\n'
  const ids = (prefix: string) =>
    attributesOf(renderBody(body, { ...context, idPrefix: prefix }).html)
      .filter(({ name }) => name === 'id' || name === 'href' || name === 'aria-describedby')
      .map(({ value }) => value)
  expect(ids('a-').length).toBeGreaterThan(4)
  expect(ids('a-').filter((id) => ids('b-').includes(id))).toEqual([])
})

test('an inserted sentence leaves the ids of the others as they were', () => {
  const before = renderBody('One. Two.\n\nThree.\n', context).sentences.map(({ id }) => id)
  const after = renderBody('Zero. One. Two.\n\nNew.\n\nThree.\n', context).sentences.map(
    ({ id }) => id,
  )
  expect(after.filter((id) => before.includes(id))).toEqual(before)
})

test('plain text has the words of headings, items, cells and code, and no marks or addresses', () => {
  expect(
    plainText(
      '# A *b*\n\n- [c](https://x.org "t") ![d](e.png)\n\n| f | g |\n|---|---|\n| h | `i` |\n\n```\nj < k\n```\n\n&amp; \\* <b>l</b>',
    ),
  ).toBe('A b\n\nc\n\nf g h i\n\nj < k\n\n& * l')
})
