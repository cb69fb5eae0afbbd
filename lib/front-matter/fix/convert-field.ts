import { readAlias } from '@/lib/article/alias'
import { decodeReferences } from '../character-references'
import { FIELD_WORDS } from '../field-words'
import { isMeaningless, meantField } from '../foreign-fields'

export type FieldContext = {
  /** The names of the site's sections. */
  sections: readonly string[]
  /** The fields of the file. */
  fields: Readonly<Record<string, unknown>>
}

export type Written = readonly (readonly [name: string, value: unknown])[]

/** What a field should say instead, if that has one right answer; an empty list for a field that says nothing. */
export function convertField(
  name: string,
  value: unknown,
  context: FieldContext,
): Written | undefined {
  if (name in FIELD_WORDS) return convertValue(name, value)
  if (isMeaningless(name)) return []
  const meant = meantField(name)
  if (meant === undefined) return undefined
  const written = CONVERSIONS[meant]?.(name, value, context)
  if (written !== undefined || meant in CONVERSIONS) return written
  return typeof value === 'string' ? [[meant, decodeReferences(value)]] : undefined
}

/** Lists and flags as text, and entities. */
function convertValue(name: string, value: unknown): Written | undefined {
  const written = fixedValue(name, value)
  return written === undefined || written === value ? undefined : [[name, written]]
}

const FLAGS = new Set(['draft', 'lead', 'evergreen'])

function fixedValue(name: string, value: unknown): unknown {
  if (name === 'authors' || name === 'tags')
    return Array.isArray(value) ? undefined : namesIn(value)
  if (name === 'aliases') return typeof value === 'string' ? pathsIn(value) : undefined
  if (name === 'comments' && typeof value === 'boolean') return value ? 'open' : 'closed'
  if (typeof value !== 'string') return undefined
  if (FLAGS.has(name) && /^(?:true|false)$/i.test(value)) return value.toLowerCase() === 'true'
  return name === 'title' || name === 'description' ? decodeReferences(value) : undefined
}

type Conversion = (name: string, value: unknown, context: FieldContext) => Written | undefined

/** Fields that have another form elsewhere. */
const CONVERSIONS: Record<string, Conversion> = {
  aliases: (_name, value) => listOf('aliases', pathsIn(value)),
  authors: (_name, value) => listOf('authors', namesIn(value)),
  tags: (_name, value) => listOf('tags', namesIn(value)),
  section: (_name, value, context) => fromCategories(namesIn(value), context),
  draft: (name, value) => {
    if (typeof value === 'string' && /^\d{4}\D/.test(value)) return [['date', value]]
    if (typeof value !== 'boolean') return undefined
    const isDraft = /^published$/i.test(name) ? !value : value
    return isDraft ? [['draft', true]] : []
  },
  image: (name, value, { fields }) => {
    const alt = fields[`${name}_alt`] ?? fields[`${name}Alt`]
    return typeof value === 'string'
      ? [['image', { src: value, ...(typeof alt === 'string' && { alt }) }]]
      : undefined
  },
}

const listOf = (name: string, list: readonly string[] | undefined): Written | undefined =>
  list && [[name, list]]

/** `Ann Lee, Bob Ray` or a list of names; undefined where a text could be one name or several. */
function namesIn(value: unknown): string[] | undefined {
  if (typeof value === 'string') {
    if (/[\n;|&]|\band\b/i.test(value)) return undefined
    return nonEmpty(value.split(',').map((name) => decodeReferences(name.trim())))
  }
  const list = Array.isArray(value) ? value : [value]
  const names = list.map(nameOf)
  return names.every((name) => name !== undefined) ? nonEmpty(names) : undefined
}

const nonEmpty = (names: string[]) => {
  const list = [...new Set(names.filter((name) => name !== ''))]
  return list.length > 0 ? list : undefined
}

/** A name alone, or the map that some systems write: `{ name: Ann Lee, email: … }`. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry === 'string') return decodeReferences(entry.trim())
  if (typeof entry !== 'object' || entry === null) return undefined
  return 'name' in entry && typeof entry.name === 'string' ? entry.name.trim() : undefined
}

/** Old addresses as paths of this site; undefined if one is a pattern (`/:year/:title/`) or an address that we use. */
function pathsIn(value: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  const paths = list.map((each) =>
    typeof each === 'string' && !/[:{}]/.test(each.replace(/^https?:/i, ''))
      ? each.replace(/^https?:\/\/[^/]+(?=\/)/i, '')
      : '',
  )
  return paths.every((path) => path !== '/' && readAlias(path).ok) ? paths : undefined
}

/** A category that is a section of the site becomes the section; the others are tags. */
function fromCategories(
  names: readonly string[] | undefined,
  { sections, fields }: FieldContext,
): Written | undefined {
  if (names === undefined) return undefined
  const section = fields.section === undefined ? sectionAmong(names, sections) : undefined
  const tags = names.filter((name) => name !== section)
  return [
    ...(section === undefined ? [] : [['section', section] as const]),
    ...(tags.length === 0 ? [] : [['tags', tags] as const]),
  ]
}

/** Where the site names no sections, a single category is one. */
function sectionAmong(names: readonly string[], sections: readonly string[]): string | undefined {
  if (sections.length === 0) return names.length === 1 ? names[0] : undefined
  const known = new Set(sections.map((name) => name.toLowerCase()))
  return names.find((name) => known.has(name.toLowerCase()))
}
