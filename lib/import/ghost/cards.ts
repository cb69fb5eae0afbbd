import * as z from 'zod'
import { escapeAttribute, escapeText } from '../html/escape-html'
import { markdownCode } from '../html/markdown-syntax'
import type { Marks } from '../html/marks'
import type { Piece } from '../old-text'

const text = z.string().nullish().catch(undefined)
const picture = z.object({ src: text, alt: text, caption: text })

/** What the cards of Ghost's editors keep; each kind has some of these. */
const card = z.object({
  ...{ src: text, alt: text, title: text, caption: text, html: text, markdown: text, code: text },
  ...{ language: text, url: text, calloutText: text, calloutEmoji: text, heading: text },
  ...{ content: text, buttonText: text, buttonUrl: text, fileTitle: text, fileName: text },
  ...{ header: text, subheader: text, productTitle: text, productDescription: text },
  images: z.array(picture).catch([]).default([]),
  metadata: z.object({ title: text }).nullish().catch(undefined),
})

const SILENT = new Set(['paywall', 'email', 'email-cta', 'signup'])

/** One card as text; a card that only works on a site of Ghost's leaves a mark. */
export function cardPieces(name: string, payload: unknown, marks: Marks): Piece[] {
  const read = card.safeParse(payload)
  const lost = [{ html: `<p>${marks.add('block', name)}</p>` }]
  if (!read.success) return lost
  const { src, alt, caption, html, markdown, code, language, url, images, metadata } = read.data
  const figure = (inner: string, words = caption) =>
    `<figure>${inner}${words ? `<figcaption>${words}</figcaption>` : ''}</figure>`
  const img = (each: z.output<typeof picture>) =>
    `<img src="${escapeAttribute(each.src ?? '')}" alt="${escapeAttribute(each.alt ?? '')}">`
  const link = (address: string, words: string) =>
    `<a href="${escapeAttribute(address)}">${escapeText(words)}</a>`
  switch (name) {
    case 'image':
      return src ? [{ html: figure(img({ src, alt, caption })) }] : lost
    case 'gallery':
      return [{ html: figure(images.map((each) => figure(img(each), each.caption)).join('')) }]
    case 'markdown':
    case 'card-markdown':
      return [{ markdown: markdown ?? '' }]
    case 'html':
      return [{ html: html ?? '' }]
    case 'code':
    case 'codeblock':
      return [
        { markdown: markdownCode(code ?? '', language ?? '') },
        ...(caption ? [{ html: `<p>${caption}</p>` }] : []),
      ]
    case 'embed':
      return url
        ? [
            { html: `<p>${escapeText(url)}</p>` },
            ...(caption ? [{ html: `<p>${caption}</p>` }] : []),
          ]
        : [{ html: html ?? '' }]
    case 'bookmark':
      return url ? [{ html: `<p>${link(url, metadata?.title || url)}</p>` }] : lost
    case 'hr':
    case 'horizontalrule':
      return [{ html: '<hr>' }]
    case 'video':
    case 'audio':
      return src ? [{ html: figure(`<${name} src="${escapeAttribute(src)}"></${name}>`) }] : lost
    default:
      return SILENT.has(name) ? [] : wordsOf(name, read.data, link, lost)
  }
}

type Card = z.output<typeof card>

/** Cards whose words stay, without what surrounds them. */
function wordsOf(
  name: string,
  {
    src,
    title,
    calloutText,
    calloutEmoji,
    heading,
    content,
    buttonText,
    buttonUrl,
    fileTitle,
    fileName,
    header,
    subheader,
    productTitle,
    productDescription,
  }: Card,
  link: (address: string, words: string) => string,
  lost: Piece[],
): Piece[] {
  if (name === 'callout')
    return [
      {
        html: `<blockquote><p>${escapeText(calloutEmoji ?? '')} ${calloutText ?? ''}</p></blockquote>`,
      },
    ]
  if (name === 'toggle')
    return [{ html: `<details><summary>${heading ?? ''}</summary>${content ?? ''}</details>` }]
  if (name === 'button' && buttonUrl)
    return [{ html: `<p>${link(buttonUrl, buttonText || buttonUrl)}</p>` }]
  if (name === 'file' && src)
    return [{ html: `<p>${link(src, fileTitle || fileName || title || src)}</p>` }]
  if (name === 'header') return [{ html: `<h2>${header ?? ''}</h2><p>${subheader ?? ''}</p>` }]
  if (name === 'product')
    return [{ html: `<h3>${productTitle ?? ''}</h3>${productDescription ?? ''}` }]
  return lost
}
