import { bareName } from '@/lib/front-matter/foreign-fields'
import type { Hidden, OldPicture, OldText } from '../old-text'
import { plainWords } from '../plain-words'
import { FURNITURE, NAMES, SOURCES } from './field-names'
import { oldDate } from './old-date'

type Data = Record<string, unknown>

type Name = keyof typeof NAMES

class Reading {
  readonly #data: Map<string, { key: string; value: unknown }>
  readonly #used = new Set<string>()

  constructor(data: Data) {
    this.#data = new Map(
      Object.entries(data).map(([key, value]) => [bareName(key), { key, value }]),
    )
  }

  /** The first value of these names that says something. */
  get(name: Name): unknown {
    let found: unknown
    for (const key of NAMES[name]) {
      const value = this.#data.get(key)?.value
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
      .filter(([name]) => !this.#used.has(name) && !FURNITURE.has(name))
      .flatMap(([, { key, value }]) => (isFilled(value) ? key.toLowerCase() : []))
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
