import { markdownCode, markdownImage } from '../html/markdown-syntax'
import type { Marks } from '../html/marks'
import { outsideCode } from './outside-code'
import type { SiteKind } from './site-kind'

type Around = {
  marks: Marks
  /** The path by which a text refers to another file: `posts/wall.md`, `2019-05-03-wall`. */
  fileNamed(name: string): string | undefined
}

/** `{{< name a="b" >}}`, also with `%`, closing with `/`. */
const HUGO =
  /\{\{[<%]\s*(\/?)\s*([\w/.-]+)((?:\s+(?:[\w-]+=)?(?:"[^"\n]*"|`[^`\n]*`|[^\s"`{}<>%]+))*)\s*(\/?)\s*[>%]\}\}/g
const HUGO_CODE =
  /\{\{[<%]\s*highlight\s+"?([\w+#.-]+)"?[^{}]*?[>%]\}\}\n?([\s\S]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g
const HUGO_HIDDEN = /\{\{[<%]\/\*[^{}]*\*\/[>%]\}\}/g
const LIQUID_CODE =
  /\{%-?\s*highlight\s+([\w+#.-]+)[^%]*%\}\n?([\s\S]*?)\{%-?\s*endhighlight\s*-?%\}/g
const LIQUID_COMMENT = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g
const LIQUID_RAW = /\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}/g
const LIQUID_TAG = /\{%-?\s*([\w-]+)([^%]*)-?%\}/g
const LIQUID_VALUE = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g

/** kramdown's attributes: `{: .lead}` on a line or after a link, `{#id}` after a heading. */
const ATTRIBUTE_LINE = /^[ \t]*\{:[^{}\n]*\}[ \t]*$/gm
const ATTRIBUTE = /\{:(?:[^{}\n]*)\}/g
const HEADING_ID = /^(#{1,6} .*?)[ \t]*\{#[\w:.-]+\}[ \t]*$/gm
const CONTENTS = /^[*-] .*\n[ \t]*\{:\s*toc[^{}]*\}[ \t]*$/gm

/**
 * Shortcodes and includes that have a meaning here become Markdown; what a reader wouldn't miss goes; everything else stays
 * as it is, with a mark. What is in code stays.
 */
export function translateTemplates(body: string, kind: SiteKind, around: Around): string {
  if (kind === 'hugo') return hugo(body, around)
  if (kind === 'jekyll' || kind === 'eleventy') return liquid(body, around)
  return kind === 'astro' ? mdx(body, around) : body
}

function hugo(body: string, around: Around): string {
  const coded = body.replace(
    HUGO_CODE,
    (_, language: string, code: string) => `\n${markdownCode(code, language)}\n`,
  )
  return outsideCode(coded, (part) =>
    part
      .replace(HUGO_HIDDEN, '')
      .replace(HEADING_ID, '$1')
      .replace(HUGO, (whole, slash: string, name: string, written: string) =>
        slash === ''
          ? hugoShortcode(whole, name, attributesOf(written), around)
          : closing(whole, name),
      ),
  )
}

/** The end of a shortcode that became an element. */
const closing = (whole: string, name: string) => (name === 'details' ? '\n\n</details>\n' : whole)

function hugoShortcode(
  whole: string,
  name: string,
  given: Attributes,
  { marks, fileNamed }: Around,
): string {
  const [first = '', second = ''] = given.unnamed
  const film = filmAddress(name, given.named.get('id') ?? first)
  if (film) return `\n\n${film}\n\n`
  switch (name) {
    case 'figure':
    case 'img':
    case 'image':
      return figure(given) ?? whole + marks.add('shortcode', name)
    case 'ref':
    case 'relref':
      return referTo(given.named.get('path') ?? first, fileNamed)
    case 'tweet':
    case 'twitter':
    case 'x': {
      const [user, post] = [
        given.named.get('user') ?? (second ? first : 'i/web'),
        given.named.get('id') ?? (second || first),
      ]
      return `\n\nhttps://x.com/${user}/status/${post}\n\n`
    }
    case 'instagram':
      return `\n\nhttps://www.instagram.com/p/${first || given.named.get('id')}/\n\n`
    case 'gist':
      return `\n\nhttps://gist.github.com/${first}/${second}\n\n`
    case 'details':
      return `\n<details>\n\n<summary>${given.named.get('summary') ?? first}</summary>\n\n`
    default:
      return whole + marks.add('shortcode', name)
  }
}

function liquid(body: string, around: Around): string {
  const coded = body
    .replace(
      LIQUID_CODE,
      (_, language: string, code: string) => `\n${markdownCode(code, language)}\n`,
    )
    .replace(LIQUID_COMMENT, '')
  return outsideCode(coded, (part) =>
    part
      .replace(LIQUID_RAW, '')
      .replace(CONTENTS, '')
      .replace(ATTRIBUTE_LINE, '')
      .replace(HEADING_ID, '$1')
      .replace(ATTRIBUTE, '')
      .replace(LIQUID_TAG, (whole, name: string, written: string) =>
        liquidTag(whole, name, written, around),
      )
      .replace(LIQUID_VALUE, (whole, value: string) => liquidValue(whole, value, around)),
  )
}

function liquidTag(
  whole: string,
  name: string,
  written: string,
  { marks, fileNamed }: Around,
): string {
  const given = attributesOf(written)
  const [first = '', second = ''] = given.unnamed
  if (name === 'post_url' || name === 'link') return referTo(first, fileNamed)
  const isInclude = /^include(?:_cached|_relative)?$/.test(name)
  const meant = isInclude ? first.replace(/^.*\//, '').replace(/\.\w+$/, '') : name
  const film = filmAddress(
    meant,
    given.named.get('id') ??
      given.named.get('video_id') ??
      given.named.get('videoid') ??
      (isInclude ? second : first),
  )
  if (film) return `\n\n${film}\n\n`
  if (/^(?:figure|image|img|picture|responsive-image|image-caption)$/.test(meant)) {
    const made = figure(isInclude ? { ...given, unnamed: given.unnamed.slice(1) } : given)
    if (made) return made
  }
  if (/^(?:toc|seo|feed_meta)$/.test(meant)) return ''
  return whole + marks.add('shortcode', isInclude ? `include ${first}` : name)
}

/** `{{ site.baseurl }}`, `{{ "/wall/" | relative_url }}`; anything else is the old program's to work out. */
function liquidValue(whole: string, value: string, { marks }: Around): string {
  if (/^site\.(?:baseurl|url|github\.url)(?:\s*\|\s*\w+)*$/.test(value)) return ''
  const path =
    /^["']([^"']*)["']\s*\|\s*(?:relative_url|absolute_url|url|prepend:\s*site\.\w+)(?:\s*\|.*)?$/.exec(
      value,
    )?.[1]
  return path ?? whole + marks.add('shortcode', `{{ ${value.slice(0, 80)} }}`)
}

const IMPORT =
  /^(?:import\s[^\n]*?\sfrom\s+['"][^'"\n]+['"];?|import\s+['"][^'"\n]+['"];?|export\s+const\s[^\n]*)[ \t]*$/gm
const COMPONENT = /<\/?([A-Z][\w.]*)(?:\s[^<>]*)?>/g
const MDX_COMMENT = /\{\/\*[\s\S]*?\*\/\}/g

/** MDX: imports and components work only where the old site is made. */
function mdx(body: string, { marks }: Around): string {
  return outsideCode(body, (part) =>
    part
      .replace(IMPORT, '')
      .replace(MDX_COMMENT, '')
      .replace(COMPONENT, (whole, name: string) => {
        const film = /^You?Tube$/i.test(name)
          ? filmAddress('youtube', attributesOf(whole).named.get('id') ?? '')
          : undefined
        if (film) return `\n\n${film}\n\n`
        return whole.startsWith('</') ? '' : marks.add('element', name)
      }),
  )
}

type Attributes = { named: Map<string, string>; unnamed: string[] }

function attributesOf(written: string): Attributes {
  const found: Attributes = { named: new Map(), unnamed: [] }
  const each = /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))/g
  for (const [, name, double, single, tick, bare] of written.matchAll(each)) {
    const value = double ?? single ?? tick ?? bare ?? ''
    if (name === undefined) found.unnamed.push(value)
    else found.named.set(name.toLowerCase(), value)
  }
  return found
}

function filmAddress(name: string, id: string): string | undefined {
  const clean = id.trim()
  if (/^(?:youtube|youtube-lite|lite-youtube|youtubeplayer|yt)$/i.test(name)) {
    if (/^https?:\/\/\S+$/.test(clean)) return clean
    return /^[\w-]{6,20}$/.test(clean) ? `https://www.youtube.com/watch?v=${clean}` : undefined
  }
  return /^vimeo$/i.test(name) && /^\d+$/.test(clean) ? `https://vimeo.com/${clean}` : undefined
}

const SOURCES = ['src', 'url', 'image_path', 'path', 'image', 'file', 'filename', 'link']

function figure({ named, unnamed }: Attributes): string | undefined {
  const src = SOURCES.map((key) => named.get(key)).find(Boolean) ?? unnamed[0]
  if (!src || /[{}]/.test(src)) return undefined
  const caption = named.get('caption') ?? named.get('title') ?? named.get('attr')
  const alt = named.get('alt') ?? ''
  return `\n\n${markdownImage({ src, alt, ...(caption && { caption }) })}\n\n`
}

/** The path of another text, with its anchor. */
function referTo(written: string, fileNamed: Around['fileNamed']): string {
  const [name = '', anchor] = written.split('#')
  const path = fileNamed(name) ?? name
  return anchor === undefined ? path : `${path}#${anchor}`
}
