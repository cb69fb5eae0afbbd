/**
 * Writes XML elements with escaped text. Nothing goes into a CDATA section, which a `]]>` in a text would end; escaped text
 * can't end anything.
 */
import { feedWordsPath } from '@/lib/site/routes'

/**
 * Excludes what XML 1.0 forbids in a document (its production 2): control characters, lone surrogates and two code points.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would otherwise turn these into a space or a line feed.
  '\r': '&#13;',
}

/** Escapes text for the content of an element or the value of an attribute, in XML and HTML alike. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '')
}

/** Escaped XML, a type of its own so that raw text can't take its place. */
export type Xml = { readonly xml: string }

type Attributes = Record<string, string | number | undefined>
type Content = Xml | string | undefined | readonly Content[]

/** An element; escapes text in `content`, and leaves out absent attributes and children. */
export function element(name: string, attributes: Attributes = {}, ...content: Content[]): Xml {
  const inside = content.map(written).join('')
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  )
  const tag = name + given.join('')
  return { xml: inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>` }
}

/** An element that holds only text; undefined when there is none. */
export const textElement = (name: string, text: string | undefined): Xml | undefined =>
  text ? element(name, {}, text) : undefined

/** https://www.rssboard.org/media-rss: the part that feed readers support, in RSS and Atom alike. */
export const MEDIA = 'http://search.yahoo.com/mrss/'

export const mediaThumbnail = (image?: { url: string; width: number; height: number }) =>
  image && element('media:thumbnail', { url: image.url, width: image.width, height: image.height })

export const xmlDocument = (root: Xml): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`

/**
 * The same with style sheets, a file of public/ and its words, for people who open a feed in a browser. Feed readers ignore
 * them.
 */
export const feedDocument = (root: Xml): string =>
  xmlDocument({ xml: `${sheet('/feed.css')}${sheet(feedWordsPath())}${root.xml}` })

const sheet = (href: string) => `<?xml-stylesheet type="text/css" href="${href}"?>\n`

function written(content: Content): string {
  if (content === undefined) return ''
  if (typeof content === 'string') return escapeXml(content)
  return 'xml' in content ? content.xml : content.map(written).join('')
}
