import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shortenNames } from '@/lib/server/pages/short-names'
import { stripRuntime } from '@/lib/server/pages/strip-runtime'

const wrap = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`

const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('A page as Next renders it loses the runtime and nothing else', () => {
  const folder = new URL('../../fixtures/server/', import.meta.url)
  const given = readFileSync(new URL('next-document.html', folder), 'utf8')
  const expected = readFileSync(new URL('finished-document.html', folder), 'utf8')
  const finished = stripRuntime(given, { modulePath: '/assets/elements-x.js' })
  expect(finished.problems).toEqual([])
  expect(`${finished.html}\n`).toBe(expected)
})

test('Each inline style and the theme script are allowed by the hash of their exact text', () => {
  const script = 'document.documentElement.dataset.theme=""'
  const { hashes } = stripRuntime(
    wrap(
      `<style data-precedence="next">a>b{c:"<d>"}</style><script data-theme-script="">${script}</script>`,
      '<a><b></b></a>',
    ),
  )
  expect(hashes).toEqual({ styles: [sha('a>b{c:"<d>"}')], scripts: [sha(script)] })
})

test('The rules that it needs of linked sheets are inside it, in place of the first link', () => {
  const link = (name: string) =>
    `<link rel="stylesheet" href="/_next/${name}.css" data-precedence="next"/>`
  const sheets = new Map([
    ['/_next/a.css', 'p{top:0}.x{top:0}'],
    ['/_next/b.css', '.b{left:0}'],
  ])
  const given = wrap(`${link('a')}<meta name="m"/>${link('b')}${link('c')}`, '<p class="b">a</p>')
  const { html, hashes } = stripRuntime(given, { sheets })
  const style = 'p{top:0}.b{left:0}'
  const head = `<style>${style}</style><meta name="m"/>${link('c')}`
  expect(html).toBe(wrap(head, '<p class="b">a</p>'))
  expect(hashes.styles).toEqual([sha(style)])
})

test('What Next repeats for X stands once', () => {
  const og = '<meta property="og:title" content="A"/>'
  const card = '<meta name="twitter:card" content="summary_large_image"/>'
  const more =
    '<meta name="twitter:title" content="A"/><meta name="twitter:image:alt" content="B"/>'
  expect(stripRuntime(wrap(og + card + more, '<p>a</p>')).html).toBe(wrap(og + card, '<p>a</p>'))
})

test('Classes of modules have short names in it, and other classes keep theirs', () => {
  const written = shortenNames(
    new Map([
      ['/a.css', '.x1_name .pull{top:0.5em}.x1_name.y2_other,.x1_gone{top:0}.z3_none{top:0}'],
    ]),
  )
  const given = wrap(
    '<link rel="stylesheet" href="/a.css"/>',
    '<p class="x1_name y2_other">class="x1_name"<b class="pull">a</b></p><i class="x9_other">b</i>',
  )
  const style = '._1 .pull{top:0.5em}._1._2{top:0}'
  expect(stripRuntime(given, written).html).toBe(
    wrap(
      `<style>${style}</style>`,
      '<p class="_1 _2">class="x1_name"<b class="pull">a</b></p><i class="x9_other">b</i>',
    ),
  )
})

test.each([
  ['a script inside a comment', '<p>a</p><!-- <script>alert(1)</script> --><p>b</p>'],
  ['an editor’s comment', '<!-- note to self -->'],
  [
    'JSON-LD with a closing tag in a title',
    String.raw`<script type="application/ld+json">{"headline":"\u003c/script>\u003cb>"}</script>`,
  ],
  ['unclosed tags', '<p>one<p>two<ul><li>three'],
  ['text that looks like the runtime', '<p>self.__next_f.push([1,"$RC"]) &lt;script&gt;</p>'],
  ['a textarea holding a script', '<textarea><script>alert(1)</script></textarea>'],
  ['a hidden element with content', '<div hidden=""><p>later</p></div>'],
  ['an image preload', '<link rel="preload" as="image" href="/a.webp"/>'],
  ['entities and odd spacing', '<p  class = "a" >&nbsp;&amp;&#x2028;</p >'],
  ['speculation rules', '<script type="speculationrules">{"prefetch":[]}</script>'],
])('%s stays as it is', (_name, body) => {
  const { html, problems } = stripRuntime(wrap('', body))
  expect(html).toBe(wrap('', body))
  expect(problems).toEqual([])
})

test.each([
  ['flight data', '<script>self.__next_f.push([1,"</p> $RC(1)"])</script>'],
  ['the bootstrap', '<script>(self.__next_f=self.__next_f||[]).push([0])</script>'],
  ['chunks', '<script src="/_next/static/chunks/a.js" async=""></script>'],
  [
    'script preloads',
    '<link rel="preload" as="script" href="/_next/a.js"/><link rel="modulepreload" href="/b.js"/>',
  ],
  ['text seams', '<!-- -->'],
  ['the metadata boundary', '<div hidden=""><!--$--><!--/$--></div>'],
])('%s is removed', (_name, body) => {
  const { html, problems } = stripRuntime(wrap('', `<p>a</p>${body}<p>b</p>`))
  expect(html).toBe(wrap('', '<p>a</p><p>b</p>'))
  expect(problems).toEqual([])
})

test.each([
  ['a pending boundary', '<!--$?--><template id="B:0"></template><!--/$-->', /waits for script/],
  ['a boundary revealed later', '<div hidden id="S:0">x</div>', /waits for script/],
  ['the script that reveals', '<script>$RC("B:0","S:0")</script>', /\$RC/],
  ['a foreign script', '<script src="https://evil.com/x.js"></script>', /not ours/],
  ['an inline script', '<script>alert(1)</script>', /not ours/],
  ['a theme script in the body', '<script data-theme-script="">alert(1)</script>', /not ours/],
  ['a style attribute', '<p style="color:red">x</p>', /style/],
  ['a handler', '<p onclick="x()">x</p>', /onclick/],
  ['a style that never ends', '<style>a{', /never closed/],
])('%s is reported', (_name, body, problem) => {
  const { html, problems } = stripRuntime(wrap('', body))
  expect(problems.join('\n')).toMatch(problem)
  expect(html).not.toMatch(/<script/)
})

test('An empty shell for an error is reported', () => {
  const { problems } = stripRuntime('<!DOCTYPE html><html id="__next_error__"><head></head></html>')
  expect(problems).toHaveLength(1)
})

test('A theme script of more than 200 bytes is dropped and reported', () => {
  const { html, problems } = stripRuntime(
    wrap(`<script data-theme-script="">${'a'.repeat(201)}</script>`, ''),
  )
  expect(html).not.toContain('<script')
  expect(problems).toHaveLength(1)
})

test('A document of a megabyte stays whole', () => {
  const body = '<p>Größe “quoted” 日本語</p>'.repeat(30_000)
  expect(stripRuntime(wrap('', body)).html).toBe(wrap('', body))
})
