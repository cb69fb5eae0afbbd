import { Parser } from 'htmlparser2'
import { asMeant } from '@/lib/article/misread-characters'

/** Characters that no article may contain: controls, bidirectional overrides, noncharacters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\u202a-\u202e\u2066-\u2069\ufeff]/g

/** A lone half of a surrogate pair, and bytes that mean no character in Windows-1252. */
const BROKEN = /\p{Surrogate}|[\u0080-\u009f]/gu

/** Text with LF line ends and without the characters that nobody sees and `content:check` refuses. */
export const cleanText = (text: string): string =>
  asMeant(text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '')).replace(BROKEN, '')

/** Old exports have encoded some titles twice. */
const MOST_DECODINGS = 2

/** The words of a title, name or excerpt: entities decoded, elements removed, on one line. */
export function plainWords(html: string): string {
  let text = html
  for (let n = 0; n < MOST_DECODINGS && /[<&]/.test(text); n++) text = textOfHtml(text)
  return cleanText(text).replace(/\s+/g, ' ').trim()
}

/** Elements that end a word, where others are within one. */
const APART = new Set([
  'br',
  'p',
  'div',
  'li',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
])
const OPAQUE = new Set(['script', 'style'])

function textOfHtml(html: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser({
    onopentag: (name) => {
      if (OPAQUE.has(name)) hidden++
      if (APART.has(name)) text += ' '
    },
    ontext: (part) => {
      if (hidden === 0) text += part
    },
    onclosetag: (name) => {
      if (OPAQUE.has(name)) hidden--
      if (APART.has(name)) text += ' '
    },
  })
  parser.end(html)
  return text
}

/** Replaces entities by their characters; elements stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  let decoded = ''
  const parser = new Parser({
    ontext: (part) => {
      decoded += part
    },
  })
  parser.end(text.replace(/</g, '&lt;'))
  return decoded
}
