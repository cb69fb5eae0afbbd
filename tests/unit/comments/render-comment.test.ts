import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { renderComment } from '@/lib/comments/render-comment'
import { runs } from '../../support/runs'

const REL = 'rel="nofollow ugc noopener noreferrer"'

test.each([
  ['emphasis', 'a *b* c', '<p>a <em>b</em> c</p>'],
  ['emphasis with underscores', '_b_ and snake_case_name', '<p><em>b</em> and snake_case_name</p>'],
  ['strong with emphasis inside', '**a _b_**', '<p><strong>a <em>b</em></strong></p>'],
  ['code, with its marks as typed', '`*a* <b>`', '<p><code>*a* &lt;b&gt;</code></p>'],
  ['code that holds a backtick', '`` a`b ``', '<p><code>a`b</code></p>'],
  ['a block of code', '```\na\n  <b>\n```', '<pre><code>a\n  &lt;b&gt;</code></pre>'],
  ['a fence that never closes', '```\na', '<p>```<br>\na</p>'],
  ['a quote', '> a\n> b\n\nc', '<blockquote><p>a<br>\nb</p></blockquote>\n<p>c</p>'],
  ['line breaks of a form', 'a\r\nb\r\n\r\nc', '<p>a<br>\nb</p>\n<p>c</p>'],
  [
    'a bare link and its sentence',
    'See https://a.org/x.',
    `<p>See <a href="https://a.org/x" ${REL}>https://a.org/x</a>.</p>`,
  ],
  [
    'a bare link in brackets',
    '(https://a.org/x_(y))',
    `<p>(<a href="https://a.org/x_(y)" ${REL}>https://a.org/x_(y)</a>)</p>`,
  ],
  [
    'a named link',
    '[a *b*](https://a.org)',
    `<p><a href="https://a.org/" ${REL}>a <em>b</em></a></p>`,
  ],
  [
    'an address to write to',
    '<mailto:a@b.org>',
    `<p><a href="mailto:a@b.org" ${REL}>mailto:a@b.org</a></p>`,
  ],
  ['script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['a link that runs script', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
  ['a link to data', '[a](data:text/html,x)', '<p>[a](data:text/html,x)</p>'],
  [
    'a link that hides its host',
    '[a](https://bank.org@evil.org/)',
    '<p>[a](https://bank.org@evil.org/)</p>',
  ],
  [
    'a quote mark in a link',
    '[a](https://a.org/"onclick=x)',
    `<p><a href="https://a.org/%22onclick=x" ${REL}>a</a></p>`,
  ],
  [
    'headings, lists, tables, images',
    '# a\n- b\n| c |\n![d](x.png)',
    '<p># a<br>\n- b<br>\n| c |<br>\n![d](x.png)</p>',
  ],
  ['entities as typed', '&lt; &#x27;', '<p>&amp;lt; &amp;#x27;</p>'],
])('shows %s', (_, typed, html) => {
  expect(renderComment(typed)).toBe(html)
})

type Node = DefaultTreeAdapterTypes.ChildNode

const ATTRIBUTES: Record<string, string[]> = {
  p: [],
  br: [],
  em: [],
  strong: [],
  code: [],
  pre: [],
  blockquote: [],
  a: ['href', 'rel'],
}

/** What the parsed page contains that a comment must not be able to add. */
function trespasses(node: Node): string[] {
  if (!('tagName' in node)) return node.nodeName === '#text' ? [] : [node.nodeName]
  const allowed = ATTRIBUTES[node.tagName]
  const attributes = node.attrs
    .filter(({ name }) => !allowed?.includes(name))
    .map(({ name }) => name)
  const links = node.attrs.filter(
    ({ name, value }) => name === 'href' && !/^(https?|mailto):/.test(value),
  )
  const rels =
    node.tagName === 'a' && !node.attrs.some(({ name }) => name === 'rel') ? ['no rel'] : []
  const here = [
    ...(allowed ? [] : [node.tagName]),
    ...attributes,
    ...links.map((l) => l.value),
    ...rels,
  ]
  return [...here, ...node.childNodes.flatMap(trespasses)]
}

const PIECES = [
  '*',
  '**',
  '_',
  '`',
  '```\n',
  '> ',
  '\n',
  '\r\n',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '"',
  "'",
  '&',
  '\\',
  ' ',
  'a',
  'é',
  'https://a.org/',
  'mailto:a@b',
  'javascript:alert(1)',
  'JaVaScRiPt&colon;',
  'data:text/html,',
  '<script>',
  '</p>',
  '<img src=x onerror=alert(1)>',
  '<a href="',
  ' onclick=x',
  '<!--',
  ']]>',
  '\u2028',
  '\u202e',
  '%0a',
  '&#106;',
]

test('adds nothing to a page but its own few elements, whatever is typed', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      expect(parseFragment(renderComment(text)).childNodes.flatMap(trespasses)).toEqual([])
    }),
    { seed: 11, numRuns: runs(3000) },
  )
})

const textOf = (node: Node): string => {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

test('shows every letter that was typed', () => {
  const word = fc.stringMatching(/^[a-zäöüß<&"]{1,8}$/)
  const pieces = fc.array(
    fc.oneof(word, fc.constantFrom('*', '**', '_', '`', '[', ']', '\n', '> ', '(')),
  )
  const letters = (text: string) => text.replace(/[^a-zäöüß<&"]/g, '')
  fc.assert(
    fc.property(pieces, (typed) => {
      const text = typed.join(' ')
      const shown = parseFragment(renderComment(text)).childNodes.map(textOf).join('')
      expect(letters(shown)).toBe(letters(text))
    }),
    { seed: 11, numRuns: runs(2000) },
  )
})

test.each([
  '*',
  '**a ',
  '_a ',
  '[',
  '[a](',
  '`',
  '`a``',
  '> ',
  '>',
  '```\n',
  '<http://a ',
  'http://a)))',
])('handles 10,000 characters of %j', (piece) => {
  const html = renderComment(piece.repeat(10_000 / piece.length))
  expect(parseFragment(html).childNodes.flatMap(trespasses)).toEqual([])
})
