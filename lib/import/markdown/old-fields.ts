import type { Hidden, OldPicture, OldText } from '../old-text'
import { plainWords } from '../plain-words'
import { oldDate } from './old-date'

type Data = Record<string, unknown>

/** Names by which systems and themes call a field, in the order in which they count. */
const NAMES = {
  title: ['title', 'headline', 'name'],
  date: [
    'date',
    'pubdate',
    'publishdate',
    'publisheddate',
    'publishedat',
    'published_at',
    'publish_date',
    'pub_date',
    'datepublished',
    'created',
    'created_at',
    'createdat',
    'posted',
    'time',
  ],
  updated: [
    'updated',
    'lastmod',
    'last_modified_at',
    'last_modified',
    'lastmodified',
    'modified',
    'modified_date',
    'updateddate',
    'updated_at',
    'updatedat',
    'date_modified',
    'moddate',
  ],
  expires: ['expires', 'expirydate', 'unpublishdate', 'expiry'],
  description: [
    'description',
    'excerpt',
    'summary',
    'subtitle',
    'deck',
    'lede',
    'lead_text',
    'abstract',
    'tagline',
    'standfirst',
    'dek',
  ],
  authors: ['authors', 'author', 'byline', 'by', 'writer', 'creator'],
  categories: ['categories', 'category', 'section', 'sections'],
  tags: ['tags', 'tag', 'keywords', 'topics', 'topic', 'labels'],
  slug: ['slug'],
  url: ['permalink', 'url'],
  aliases: ['aliases', 'alias', 'redirect_from', 'redirects', 'redirectfrom', 'old_urls'],
  lang: ['lang', 'language', 'locale'],
  canonical: ['canonical', 'canonical_url', 'canonicalurl', 'original_url'],
  image: [
    'image',
    'cover',
    'coverimage',
    'cover_image',
    'featured_image',
    'featuredimage',
    'featureimage',
    'feature_image',
    'featured-image',
    'feature',
    'thumbnail',
    'thumb',
    'hero',
    'heroimage',
    'hero_image',
    'banner',
    'photo',
    'picture',
    'img',
    'teaser',
    'header',
    'og_image',
    'images',
    'resources',
  ],
  alt: [
    'image_alt',
    'imagealt',
    'image-alt',
    'coveralt',
    'cover_alt',
    'heroalt',
    'hero_alt',
    'heroimagealt',
    'featured_image_alt',
    'feature_image_alt',
    'thumbnail_alt',
    'alt',
  ],
  caption: [
    'image_caption',
    'imagecaption',
    'caption',
    'cover_caption',
    'featured_image_caption',
    'feature_image_caption',
  ],
  credit: ['image_credit', 'imagecredit', 'credit', 'photo_credit', 'image_source'],
  draft: ['draft', 'drafts', 'isdraft', 'hidden', 'unlisted'],
  published: ['published', 'publish', 'ispublished'],
  private: ['private', 'members_only'],
  comments: ['comments', 'comment', 'disablecomments'],
  featured: ['sticky', 'pinned', 'pin'],
} as const

/** They furnish the old site's pages and say nothing of the text. */
const FURNITURE = new Set([
  ...[
    'layout',
    'type',
    'id',
    'uid',
    'uuid',
    'guid',
    'weight',
    'order',
    'menu',
    'nav',
    'toc',
    'math',
  ],
  ...[
    'mathjax',
    'sitemap',
    'eleventycomputed',
    'eleventynavigation',
    'eleventyexcludefromcollections',
  ],
  ...[
    'template',
    'theme',
    'classes',
    'class',
    'css',
    'js',
    'sidebar',
    'share',
    'related',
    'search',
  ],
  ...[
    'readtime',
    'read_time',
    'reading_time',
    'wordcount',
    'showtoc',
    'hidemeta',
    'cascade',
    'outputs',
  ],
  ...[
    'collection',
    'ext',
    'path',
    'relative_path',
    'output',
    'excerpt_separator',
    'markup',
    'linktitle',
  ],
])

type Name = keyof typeof NAMES

class Reading {
  readonly #data: Map<string, unknown>
  readonly #used = new Set<string>()

  constructor(data: Data) {
    this.#data = new Map(Object.entries(data).map(([key, value]) => [key.toLowerCase(), value]))
  }

  /** The first value of these names that says something. */
  get(name: Name): unknown {
    let found: unknown
    for (const key of NAMES[name]) {
      const value = this.#data.get(key)
      if (value === undefined) continue
      this.#used.add(key)
      if (isFilled(value)) found ??= value
    }
    return found
  }

  text(name: Name): string | undefined {
    const value = this.get(name)
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    const words = plainWords(String(value))
    return words === '' ? undefined : words
  }

  /** Fields that nothing was made of. */
  get left(): string[] {
    return [...this.#data]
      .filter(([key, value]) => !this.#used.has(key) && !FURNITURE.has(key) && isFilled(value))
      .map(([key]) => key)
  }
}

const isFilled = (value: unknown) =>
  value !== null &&
  value !== undefined &&
  value !== '' &&
  !(Array.isArray(value) && value.length === 0)

export type OldFields = {
  title: string
  date: string | undefined
  dateFault: string | undefined
  slug: string | undefined
  url: string | undefined
  aliases: string[]
  authors: string[]
  categories: string[]
  tags: string[]
  hidden: Hidden | undefined
  description: string | undefined
  image: OldPicture | undefined
  fields: OldText['fields']
  /** Names of fields that no one here knows. */
  left: string[]
}

/** The front matter of Hugo, Jekyll, Eleventy, Astro and their themes in one form. */
export function readOldFields(data: Data, { splitsWords }: { splitsWords: boolean }): OldFields {
  const read = new Reading(data)
  const given = read.get('date')
  const date = oldDate(given)
  const url = read.get('url')
  const found = {
    title: titleOf(read),
    date,
    dateFault: given !== undefined && date === undefined ? String(given).slice(0, 60) : undefined,
    slug: read.text('slug'),
    url: typeof url === 'string' ? url : undefined,
    aliases: listOf(read.get('aliases'), false),
    authors: namesOf(read.get('authors')),
    categories: listOf(read.get('categories'), splitsWords),
    tags: listOf(read.get('tags'), splitsWords),
    hidden: hiddenOf(read),
    description: read.text('description'),
    image: imageOf(read),
    fields: fieldsOf(read),
  }
  return { ...found, left: read.left }
}

/** A title is text in which some systems allow Markdown: its marks would be shown. */
function titleOf(read: Reading): string {
  const title = read.text('title') ?? ''
  return title.replace(/(?<![\w*])(\*\*?|`)(?=\S)([^*`]+?)(?<=\S)\1(?![\w*])/g, '$2')
}

/** A list, or text with commas; Jekyll's has spaces between the names. */
function listOf(value: unknown, splitsWords: boolean): string[] {
  const items = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? split(value, splitsWords)
      : []
  const names = items.filter((item) => typeof item === 'string' || typeof item === 'number')
  return [...new Set(names.map((item) => plainWords(String(item))).filter((name) => name !== ''))]
}

function split(text: string, splitsWords: boolean): string[] {
  if (text.includes(',')) return text.split(',')
  return splitsWords ? text.split(/\s+/) : [text]
}

/** `Ann Lee`, `[Ann Lee, Bo Chen]`, `{ name: Ann Lee }`. */
function namesOf(value: unknown): string[] {
  if (typeof value === 'string')
    return split(value.replace(/^by\s+/i, ''), false).flatMap((each) => plainWords(each) || [])
  if (Array.isArray(value)) return [...new Set(value.flatMap(namesOf))]
  return typeof value === 'object' && value !== null
    ? namesOf(valueIn(value, ['name', 'title', 'display_name']))
    : []
}

function valueIn(value: object, keys: readonly string[]): unknown {
  const entries = new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]))
  return keys.map((key) => entries.get(key)).find(isFilled)
}

function hiddenOf(read: Reading): Hidden | undefined {
  const isTrue = (value: unknown) => value === true || value === 'true'
  const published = read.get('published')
  if (isTrue(read.get('draft')) || published === false || published === 'false') return 'draft'
  return isTrue(read.get('private')) ? 'private' : undefined
}

const SOURCES = [
  'src',
  'url',
  'path',
  'image',
  'filename',
  'file',
  'feature',
  'teaser',
  'thumbnail',
  'overlay_image',
  'og_image',
  'relative',
]

function imageOf(read: Reading): OldPicture | undefined {
  const value = read.get('image')
  const [alt, caption, credit] = [read.text('alt'), read.text('caption'), read.text('credit')]
  const first = Array.isArray(value) ? value[0] : value
  const isMap = typeof first === 'object' && first !== null
  const address = isMap ? valueIn(first, SOURCES) : first
  if (typeof address !== 'string' || !/\.\w{2,5}(?:[?#].*)?$/.test(address)) return undefined
  const within = (keys: string[]) => {
    const words = isMap ? valueIn(first, keys) : undefined
    return typeof words === 'string' ? plainWords(words) : undefined
  }
  const [ownAlt, ownCaption, ownCredit] = [
    within(['alt', 'image_alt', 'title']) ?? alt,
    within(['caption']) ?? caption,
    within(['credit', 'source']) ?? credit,
  ]
  return {
    address,
    ...(ownAlt && { alt: ownAlt }),
    ...(ownCaption && { caption: ownCaption }),
    ...(ownCredit && { credit: ownCredit }),
  }
}

function fieldsOf(read: Reading): OldText['fields'] {
  const [updated, expires] = [oldDate(read.get('updated')), oldDate(read.get('expires'))]
  const [lang, canonical] = [read.text('lang')?.replace('_', '-'), read.text('canonical')]
  return {
    ...(updated !== undefined && { updated }),
    ...(expires !== undefined && { expires }),
    ...(lang !== undefined && { lang }),
    ...(canonical !== undefined && { canonical }),
    ...(read.get('featured') === true && { lead: true as const }),
    ...(read.get('comments') === false && { comments: 'closed' as const }),
  }
}
