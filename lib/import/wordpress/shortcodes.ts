import { escapeAttribute, escapeText } from '../html/escape-html'
import type { Marks } from '../html/marks'
import { decodeEntities } from '../plain-words'

/** A picture of the media library. */
export type Attachment = { url: string; alt: string; caption: string; parent: string }

export type Library = {
  find(id: string): Attachment | undefined
  /** Those uploaded for a post, which a gallery without numbers shows. */
  of(post: string): Attachment[]
  /** The content of a block that several posts share. */
  block(id: string): string | undefined
}

type Context = { post: string; library: Library; marks: Marks }

/** Code is shown as it is. */
const SHOWN = /<(pre|code)\b[^<>]*>/gi

/** The parts of a text that aren't code, and those that are. */
function* apart(text: string): Generator<{ part: string; isCode: boolean }> {
  const lower = text.toLowerCase()
  let done = 0
  for (const { index, 0: tag, 1: name = '' } of text.matchAll(SHOWN)) {
    if (index < done) continue
    const end = lower.indexOf(`</${name.toLowerCase()}>`, index + tag.length)
    if (end === -1) break
    yield { part: text.slice(done, index), isCode: false }
    yield { part: text.slice(index, end), isCode: true }
    done = end
  }
  yield { part: text.slice(done), isCode: false }
}

/** `[name attributes]`, `[/name]` or `[name/]`; attributes contain no bracket, so that nothing is read twice. */
const TAG = /\[(\/?)([a-z][\w-]*)((?:\s|=)[^[\]]*)?(\/?)\]/gi

/** With one of these shapes an unknown name is a plugin's, not an editor's word in brackets such as [sic]. */
const isPlugin = (name: string, attributes: string, isClosed: boolean) =>
  isClosed || /[\w-]+\s*=/.test(attributes) || /[-_]/.test(name)

const CODE = new Set(['code', 'sourcecode', 'source', 'highlight', 'php', 'css', 'js', 'python'])
/** More are no article's, and each is looked for in the rest of the text. */
const MAX_SHORTCODES = 5_000
/** Those that may enclose something which has a meaning here. */
const PAIRED = new Set(['caption', 'wp_caption', 'embed', 'youtube', 'vimeo', ...CODE])
/** Nothing within these is a shortcode. */
const isRaw = (name: string) => CODE.has(name)

/**
 * WordPress' shortcodes as HTML: captions, galleries, films and code; all others stay as they are, with a mark. Linear in
 * the length of the text.
 */
export function translateShortcodes(text: string, context: Context): string {
  if (!text.includes('[')) return text
  return [...apart(text)]
    .map(({ part, isCode }) => (isCode ? part : translatePart(part, context)))
    .join('')
}

function translatePart(text: string, context: Context): string {
  const closers = lastClosers(text)
  const lower = text.toLowerCase()
  let html = ''
  let done = 0
  let left = MAX_SHORTCODES
  TAG.lastIndex = 0
  for (let found = TAG.exec(text); found && left-- > 0; found = TAG.exec(text)) {
    const [whole, slash = '', written = '', attributes = ''] = found
    const name = written.toLowerCase()
    const start = found.index
    // `[[name]]` shows the shortcode itself.
    if (text.charAt(start - 1) === '[' && text.charAt(start + whole.length) === ']') continue
    const isClosed = (closers.get(name) ?? -1) > start
    const end = isClosed && PAIRED.has(name) ? lower.indexOf(`[/${name}]`, start) : -1
    const content = end === -1 ? undefined : text.slice(start + whole.length, end)
    const made = slash
      ? undefined
      : translate({ name, attributes: readAttributes(attributes), content }, context)
    if (made === undefined) {
      if (slash === '' && isPlugin(name, attributes, isClosed)) {
        html += text.slice(done, start + whole.length) + context.marks.add('shortcode', name)
        done = start + whole.length
      }
      continue
    }
    html += text.slice(done, start) + made
    done = content === undefined ? start + whole.length : end + name.length + 3
    TAG.lastIndex = done
  }
  return html + text.slice(done)
}

/** Where the last `[/name]` of each name is: most names have none, and looking for it each time would read the text again. */
function lastClosers(text: string): Map<string, number> {
  const last = new Map<string, number>()
  for (const { 1: name = '', index } of text.matchAll(/\[\/([a-z][\w-]*)\]/gi))
    last.set(name.toLowerCase(), index)
  return last
}

type Shortcode = { name: string; attributes: Map<string, string>; content: string | undefined }

/** Attributes without a name are counted: `[youtube https://…]` has `0`. */
function readAttributes(written: string): Map<string, string> {
  const attributes = new Map<string, string>()
  let unnamed = 0
  const each = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|=?([^\s"'=][^\s"']*)/g
  for (const [, name, double, single, bare, quoted, plain] of decodeQuotes(written).matchAll(
    each,
  )) {
    const value = double ?? single ?? bare ?? quoted ?? plain ?? ''
    attributes.set(name?.toLowerCase() ?? String(unnamed++), decodeEntities(value))
  }
  return attributes
}

/** Visual editors have put typographic quotation marks into attributes. */
const decodeQuotes = (written: string) => written.replace(/&quot;|[“”″]|&#82(?:20|21|43);/g, '"')

function translate(shortcode: Shortcode, context: Context): string | undefined {
  const { name, attributes, content } = shortcode
  if (name === 'caption' || name === 'wp_caption') return caption(shortcode)
  if (name === 'gallery') return gallery(attributes, context)
  if (isRaw(name) && content !== undefined) return code(shortcode)
  if (name === 'embed' && content !== undefined) return film(content)
  if (name === 'youtube' || name === 'vimeo' || name === 'embed') {
    const given = attributes.get('0') ?? attributes.get('url') ?? attributes.get('id') ?? content
    return given === undefined ? undefined : film(filmOf(name, given))
  }
  if (name === 'audio' || name === 'video') {
    const src = ['src', 'mp3', 'm4a', 'ogg', 'mp4', 'webm', '0']
      .map((key) => attributes.get(key))
      .find(Boolean)
    return src === undefined ? undefined : `<${name} src="${escapeAttribute(src)}"></${name}>`
  }
  return undefined
}

function filmOf(name: string, given: string): string {
  if (/^https?:/i.test(given.trim())) return given.trim()
  if (name === 'vimeo') return `https://vimeo.com/${given.trim()}`
  return `https://www.youtube.com/watch?v=${given.trim()}`
}

const film = (address: string) => {
  const clean = decodeEntities(address).trim()
  return /^https?:\/\/[^\s<>"]+$/i.test(clean) ? `\n\n<p>${escapeText(clean)}</p>\n\n` : undefined
}

const PICTURE = /^\s*((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?)/i

function caption({ attributes, content = '' }: Shortcode): string | undefined {
  const picture = PICTURE.exec(content)
  if (picture === null) return undefined
  const words = attributes.get('caption') ?? content.slice(picture[0].length)
  return `\n\n<figure>${picture[1]}<figcaption>${words.trim()}</figcaption></figure>\n\n`
}

function gallery(attributes: Map<string, string>, { post, library }: Context): string | undefined {
  const ids = (attributes.get('ids') ?? attributes.get('include'))?.split(',')
  const pictures = ids
    ? ids.map((id) => library.find(id.trim())).filter((each) => each !== undefined)
    : library.of(attributes.get('id') ?? post)
  if (pictures.length === 0) return undefined
  return `\n\n<figure>${pictures.map(galleryPicture).join('\n')}</figure>\n\n`
}

const galleryPicture = ({ url, alt, caption: words }: Attachment) => {
  const img = `<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}">`
  return words === '' ? img : `<figure>${img}<figcaption>${words}</figcaption></figure>`
}

function code({ name, attributes, content = '' }: Shortcode): string {
  const language =
    attributes.get('language') ?? attributes.get('lang') ?? (name.length > 4 ? '' : name)
  const text = escapeText(decodeEntities(content).replace(/^\n|\n$/g, ''))
  return `\n\n<pre data-language="${escapeAttribute(`lang-${language}`)}">${text}</pre>\n\n`
}
