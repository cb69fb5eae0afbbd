import { expect, test } from 'vitest'
import { htmlPieces } from '@/lib/markdown/hidden-html'
import { addTaskNames } from '@/lib/markdown/mark-tasks'
import { markdownToHast } from '@/lib/markdown/markdown-to-hast'
import { renderBody } from '@/lib/markdown/render-body'
import { writeHtml } from '@/lib/markdown/write-html'

test('a tag without an end is read once, however many attributes it has', () => {
  // When each space after "=" could match in two ways, this took two to the power of sixty steps.
  const html = `<div${' b= c'.repeat(60)}`
  expect(htmlPieces(html)).toEqual([{ kind: 'hidden', start: 0, end: html.length }])
})

test.each([
  ['<a b=c>', 'tag'],
  ['<a b= c>', 'tag'],
  ['<a b= "c>d">', 'tag'],
  ["<a b = 'c>d' e>", 'tag'],
  ['<a b= "c>', 'hidden'],
  ["<a b='c>", 'hidden'],
])('%s is a %s up to its end', (html, kind) => {
  expect(htmlPieces(html)).toEqual([{ kind, start: 0, end: html.length }])
})

test('the box of a task is named by the words of its own item, not by those of the items around it', () => {
  const tree = markdownToHast(
    '- [ ] Buy\n  - [x] *Bread*\n  - [ ] Wine\n- Other\n  - [ ] Salt\n',
    '',
    { lang: 'en' },
  )
  addTaskNames(tree)
  const names = [...writeHtml(tree).matchAll(/aria-label="([^"]*)"/g)].map(([, name]) => name)
  expect(names).toEqual(['Buy', 'Bread', 'Wine', 'Salt'])
})

test('the number of a note stands at the edge of the article, where the note’s text finds its own direction', () => {
  const { html } = renderBody('نص.[^1]\n\n- عنصر\n\n[^1]: حاشية.\n', {
    imageSize: () => undefined,
    mediaUrl: (src) => src,
  })
  expect(html).toMatch(/<li id="[^"]*fn-1">\s*<p dir="auto">/)
  expect(html).toContain('<li dir="auto">')
})
