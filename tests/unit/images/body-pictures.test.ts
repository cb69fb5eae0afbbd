import { expect, test } from 'vitest'
import { imageSet, imageWidths } from '@/lib/article/image-set'
import { checkBody } from '@/lib/check/check-body'
import { bodyReferences } from '@/lib/markdown/body-references'
import { renderBody } from '@/lib/markdown/render-body'

const context = {
  imageSize: () => ({ width: 640, height: 480 }),
  mediaUrl: (src: string) => `/media/${src}`,
  imageSet: (src: string) =>
    src === 'none.png'
      ? undefined
      : imageSet({
          ...{ name: `media/${src}`, width: 640, height: 480, hash: '0123456789abcdef' },
          ...{
            type: src.endsWith('gif') ? 'image/gif' : 'image/png',
            isStill: !src.endsWith('gif'),
          },
        }),
}
const html = (markdown: string) => renderBody(markdown, context).html

const SIZES = 'sizes="(min-width: 43rem) 40rem, 94vw"'
const srcset = (kind: string) =>
  `srcset="/media/a.png/0123456789-320.${kind} 320w, /media/a.png/0123456789-640.${kind} 640w"`
const PICTURE =
  `<picture><source type="image/avif" ${srcset('avif')} ${SIZES}>` +
  `<source type="image/webp" ${srcset('webp')} ${SIZES}>` +
  `<img src="/media/a.png/0123456789-640.png" ${srcset('png')} ${SIZES} alt="A" width="640" height="480"></picture>`

test('an image is offered in sizes and formats, reserves its space, and links to the whole picture', () => {
  expect(html('![A](a.png)')).toBe(`<p><a href="/media/a.png">${PICTURE}</a></p>`)
})

test('pictures side by side are requested as wide as they are shown', () => {
  const sizes = (markdown: string) =>
    new Set([...html(markdown).matchAll(/ sizes="([^"]*)"/g)].map(([, each]) => each))
  const two = '(min-width: 43rem) 20rem, (min-width: 26rem) 47vw, 94vw'
  expect([...sizes('![A](a.png) ![B](b.png "B.")')]).toEqual([two])
  expect([...sizes('![A](a.png) ![B](b.png) ![C](c.png)')]).toEqual([two.replace('20', '13')])
})

test('its title is its caption', () => {
  expect(html('![A](a.png "At dawn. Photo: Ann Lee")')).toBe(
    `<figure><a href="/media/a.png">${PICTURE}</a><figcaption>At dawn. Photo: Ann Lee</figcaption></figure>`,
  )
})

test('an editor’s own link is left alone', () => {
  expect(html('[![A](a.png)](/about)')).toBe(`<p><a href="/about">${PICTURE}</a></p>`)
})

test('an image without alt text is no link: the link would have no name', () => {
  expect(html('![](a.png)')).not.toContain('<a ')
})

test('a word beside it is still a sentence', () => {
  expect(html('Look ![A](a.png) here.')).toMatch(
    /^<p><span id="s-\w{6}">Look <a href="\/media\/a.png"><picture>.*<\/picture><\/a> here.<\/span><\/p>$/,
  )
})

test('an animation is shown as it is', () => {
  expect(html('![A](a.gif)')).toBe(
    '<p><a href="/media/a.gif"><img src="/media/a.gif" alt="A" width="640" height="480"></a></p>',
  )
})

test('raw HTML gets the same, and no addresses of its own', () => {
  const raw =
    '<picture><source srcset="https://evil.example 2x"><img src="a.png" alt="A" srcset="/x 2x"></picture>'
  expect(html(raw)).toBe(`<p><a href="/media/a.png">${PICTURE}</a></p>`)
  const problems = checkBody({ path: 'articles/a.md', bodyLine: 1 }, bodyReferences(raw))
  expect(problems.map(({ problem }) => problem)).toEqual([
    '<picture> is not kept',
    '<source> is not kept',
    '<img> loses srcset',
  ])
})

test.each([
  [200, [200]],
  [320, [320]],
  [700, [320, 640, 700]],
  [1_600, [320, 640, 960, 1_280, 1_600]],
  [6_000, [320, 640, 960, 1_280, 1_600]],
])('a picture %i wide comes in the widths %j', (width, widths) => {
  expect(imageWidths(width)).toEqual(widths)
})
