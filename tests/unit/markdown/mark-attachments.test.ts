import { expect, test } from 'vitest'
import { writtenSize } from '@/lib/markdown/mark-attachments'
import { renderBody } from '@/lib/markdown/render-body'

test.each([
  [0, 'en', '0 bytes'],
  [999, 'en', '999 bytes'],
  [1_000, 'en', '1 kB'],
  [12_345, 'en', '12 kB'],
  [1_250_000, 'de', '1,3 MB'],
  [45_600_000, 'fr', '46 Mo'],
  [3_210_000_000, 'en', '3.2 GB'],
  [8e15, 'en', '8,000,000 GB'],
])('%d bytes are written in %s as %s', (bytes, lang, text) => {
  expect(writtenSize(bytes, lang).replace(/\s/g, ' ')).toBe(text)
})

test('only links to files that exist get a kind and a size, which belong to no sentence', () => {
  const attachment = (src: string) =>
    src === 'a b.pdf' ? { url: '/media/articles/a%20b.pdf', label: 'PDF', bytes: 1_000 } : undefined
  const body =
    'Read [one](a%20b.pdf), [two](gone.pdf), [three](https://x.example/a.pdf), [four](a.md).'
  const { html, sentences } = renderBody(body, {
    imageSize: () => undefined,
    mediaUrl: (src) => src,
    attachment,
  })
  expect(html).toContain('<a href="/media/articles/a%20b.pdf">one<small> (PDF, 1 kB)</small></a>')
  expect(html).toContain('<a href="gone.pdf">two</a>')
  expect(html.match(/<small>/g)).toHaveLength(1)
  expect(sentences.map(({ text }) => text)).toEqual(['Read one, two, three, four.'])
})
