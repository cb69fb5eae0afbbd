/**
 * Writing XML: elements out of escaped text. Nothing goes into a CDATA section, which a second `]]>` in a text would
 * end; an escaped one can't end anything.
 */
import { feedWordsPath } from '@/lib/site/routes'

/** What XML 1.0 allows in a document (its production 2): all but controls, half pairs and two code points. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this takes away
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would turn them into a space or a line feed otherwise.
  '\r': '&#13;',
}

/** Text as the content of an element or the value of an attribute, for XML and HTML alike. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '')
}

/** Escaped XML, so that nobody puts raw text in its place. */
export type Xml = { readonly xml: string }

type Attributes = Record<string, string | number | undefined>
type Content = Xml | string | undefined | readonly Content[]

/** An element; text in `content` is escaped, absent attributes and children are left out. */
export function element(name: string, attributes: Attributes = {}, ...content: Content[]): Xml {
  const inside = content.map(written).join('')
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(String(value))}"`],
  )
  const tag = name + given.join('')
  return { xml: inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>` }
}

/** An element of text alone; nothing when there is none. */
export const textElement = (name: string, text: string | undefined): Xml | undefined =>
  text ? element(name, {}, text) : undefined

/** https://www.rssboard.org/media-rss: the part of it that feed readers know, in RSS and Atom alike. */
export const MEDIA = 'http://search.yahoo.com/mrss/'

export const mediaThumbnail = (image?: { url: string; width: number; height: number }) =>
  image && element('media:thumbnail', { url: image.url, width: image.width, height: image.height })

export const xmlDocument = (root: Xml): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`

/**
 * The same with style sheets, for people who open a feed in a browser: a file of public/, and the words of it. Feed readers
 * pass them over.
 */
export const feedDocument = (root: Xml): string =>
  xmlDocument({ xml: `${sheet('/feed.css')}${sheet(feedWordsPath())}${root.xml}` })

const sheet = (href: string) => `<?xml-stylesheet type="text/css" href="${href}"?>\n`

function written(content: Content): string {
  if (content === undefined) return ''
  if (typeof content === 'string') return escapeXml(content)
  return 'xml' in content ? content.xml : content.map(written).join('')
}
