import { expect, test } from 'vitest'
import { bodySentences } from '@/lib/markdown/plain-text'
import { renderBody } from '@/lib/markdown/render-body'
import { textBlocks } from '@/lib/markdown/text-blocks'

const size = { width: 300, height: 200 }
const context = { imageSize: () => size, mediaUrl: (src: string) => `/m/${src}` }
const html = (body: string) => renderBody(body, context).html.replace(/<\/?span[^>]*>/g, '')

test.each([
  [
    'a quotation that says who said it',
    '> We built it.\n>\n> — Sven Aaltonen, engineer',
    '<figure class="pull"><blockquote><p>We built it.</p></blockquote><figcaption>Sven Aaltonen, engineer</figcaption></figure>',
  ],
  [
    'one with typed dashes',
    '> So it *is*.\n>\n> -- *Ann* Lee',
    '<figure class="pull"><blockquote><p>So it <em>is</em>.</p></blockquote><figcaption><em>Ann</em> Lee</figcaption></figure>',
  ],
  [
    'one of nobody',
    '> We built it.\n>\n> Sven Aaltonen',
    '<blockquote>\n<p>We built it.</p>\n<p>Sven Aaltonen</p>\n</blockquote>',
  ],
  [
    'a call-out',
    '> [!WARNING]\n> Mind the *gap*.\n>\n> Twice.',
    '<div role="note" class="callout" aria-label="Warning">\n<p>Mind the <em>gap</em>.</p>\n<p>Twice.</p>\n</div>',
  ],
  [
    'a mark inside a sentence doesn’t count',
    '> See [!NOTE] here.',
    '<blockquote>\n<p>See [!NOTE] here.</p>\n</blockquote>',
  ],
  [
    'pictures side by side',
    '![One](a.jpg) ![Two](b.jpg "Caption.")',
    '<div class="gallery"><img src="/m/a.jpg" alt="One" width="300" height="200"><figure><img src="/m/b.jpg" alt="Two" width="300" height="200" loading="lazy" decoding="async"><figcaption>Caption.</figcaption></figure></div>',
  ],
  [
    'pictures among words are no gallery',
    '![One](a.jpg) and ![Two](b.jpg)',
    '<p><img src="/m/a.jpg" alt="One" width="300" height="200"> and <img src="/m/b.jpg" alt="Two" width="300" height="200" loading="lazy" decoding="async"></p>',
  ],
])('%s', (_, body, expected) => {
  expect(html(body)).toBe(expected)
})

test('a long quotation is set as text', () => {
  expect(html(`> ${'Said at length. '.repeat(40)}\n>\n> — Ann Lee`)).toMatch(
    /^<blockquote class="long">/,
  )
})

test.each([
  '> [!NOTE]\n> One. Two.',
  '> [!tip] \n> One.\n>\n> [!NOTE]\n> Two.',
  '> [!NOTE]\n\n[!NOTE]\nOutside.',
  '- > [!CAUTION]\n  > In a list.',
  '> Quoted.\n>\n> — Ann',
])('the lexer and the page agree on the words of %j', (body) => {
  expect(bodySentences(body)).toEqual(renderBody(body, context).sentences)
  expect(textBlocks('> [!NOTE]\n> One.').map(({ text }) => text)).toEqual(['One.'])
})

test('links in an article that was paid for say so', () => {
  const body = '[shop](https://shop.example/) and [us](/about)'
  const links = renderBody(body, { ...context, sponsored: true }).html
  expect(links).toContain('<a href="https://shop.example/" rel="noopener sponsored">')
  expect(links).toContain('<a href="/about">')
})
