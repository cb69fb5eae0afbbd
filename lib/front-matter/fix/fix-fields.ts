import { isMap, isScalar, parseDocument, stringify } from 'yaml'
import { KEPT_KINDS, plainPageFields } from '@/lib/article/article-fields'
import { slugFromPath } from '@/lib/article/slug'
import { FIELD_WORDS } from '../field-words'
import { convertField } from './convert-field'

/** A top-level field: its source, and what follows it up to the next one (comments, empty lines). */
type Field = { name: string; value: unknown; source: string; rest: string }

export type FixedFields = { yaml: string; done: string[] }

export type FixContext = {
  kind: 'article' | 'page'
  /** Path below the content folder. */
  path: string
  /** The names of the site's sections. */
  sections: readonly string[]
}

/**
 * Fixes the fields of an article's front matter that have only one right answer: names of other systems, lists and flags
 * written as text, entities, and a date that only the file's name gives. Fields that stay, their order and the comments
 * between them are left as they were written. Undefined if the YAML can't be read or nothing is to be done.
 */
export function fixFields(
  yaml: string,
  { kind, path, sections }: FixContext,
): FixedFields | undefined {
  const read = readFields(yaml)
  if (read === undefined) return undefined
  const given = Object.fromEntries(read.fields.map(({ name, value }) => [name, value]))
  const isKnown = knownIn(kind)
  const done: string[] = []
  const taken = new Map(Object.entries(given))
  const fields = read.fields.flatMap((field) => {
    const written = convertField(field.name, field.value, { sections, fields: given })
    const fits = ([name, value]: readonly [string, unknown]) =>
      isKnown(name) && (name === field.name || !taken.has(name) || areLists(taken.get(name), value))
    if (written === undefined || !written.every(fits)) return [field]
    for (const [name, value] of written) taken.set(name, value)
    done.push(saying(field.name, written))
    return replaced(field, written)
  })
  const date = dateOfName(path)
  if (date !== undefined && isKnown('date') && !taken.has('date')) {
    done.push('the date of the file’s name')
    const at = fields.findIndex(({ name }) => name === 'title') + 1
    fields.splice(at, 0, { name: 'date', value: date, source: `date: ${date}`, rest: '\n' })
  }
  if (done.length === 0) return undefined
  const text = merged(fields).map(({ source, rest }) => source + rest)
  return { yaml: read.head + text.join(''), done }
}

function readFields(yaml: string): { head: string; fields: Field[] } | undefined {
  const doc = parseDocument(yaml, { schema: 'core', stringKeys: true, logLevel: 'silent' })
  const { contents } = doc
  if (doc.errors.length > 0 || !isMap(contents) || contents.flow) return undefined
  const places = contents.items.map(({ key, value }) => {
    const [start = 0, keyEnd = 0] = (isScalar(key) && key.range) || []
    const end = Math.max(keyEnd + 1, value?.range?.[1] ?? 0)
    return { start, end, name: String(key), value: contents.get(key, true) }
  })
  const fields = places.map(({ start, end, name, value }, index): Field => {
    const source = yaml.slice(start, end).trimEnd()
    const rest = yaml.slice(start + source.length, places[index + 1]?.start)
    return { name, value: value?.toJSON(), source, rest }
  })
  return { head: yaml.slice(0, places[0]?.start), fields }
}

/** The fields in the place of one; the comments after it stay. */
function replaced({ rest }: Field, written: readonly (readonly [string, unknown])[]): Field[] {
  const after = rest.replace(/^[^\n]*\n?/, '')
  const fields = written.map(([name, value]) => ({
    ...{ name, value, rest: '\n', source: sourceOf(name, value) },
  }))
  return [...fields, { name: '', value: undefined, source: '', rest: after }]
}

const sourceOf = (name: string, value: unknown) =>
  stringify({ [name]: value }, { lineWidth: 0 }).trimEnd()

/** Joins lists of the same name, in the place of the first. */
function merged(fields: readonly Field[]): Field[] {
  const first = new Map<string, Field>()
  return fields.flatMap((field) => {
    const known = first.get(field.name)
    if (field.name === '' || known === undefined) {
      const own = { ...field }
      first.set(field.name, own)
      return [own]
    }
    if (Array.isArray(known.value) && Array.isArray(field.value)) {
      known.value = [...new Set([...known.value, ...field.value])]
      known.source = sourceOf(known.name, known.value)
    }
    return []
  })
}

/** Plain pages have few of an article's fields. */
function knownIn(kind: FixContext['kind']): (name: string) => boolean {
  const names = kind === 'page' ? PAGE_FIELDS : FIELD_WORDS
  return (name) => Object.hasOwn(names, name)
}

const PAGE_FIELDS = plainPageFields(KEPT_KINDS)

const areLists = (a: unknown, b: unknown) => Array.isArray(a) && Array.isArray(b)

function saying(name: string, written: readonly (readonly [string, unknown])[]): string {
  const names = written.map(([each]) => each)
  if (names.length === 0) return `${name} (removed)`
  return names.includes(name) ? `form of ${name}` : `${name} (now ${names.join(' and ')})`
}

/** Jekyll and Hugo take the date from a name such as 2013-11-22-moved.md. */
const dateOfName = (path: string) => /^(\d{4}-\d\d-\d\d)-/.exec(slugFromPath(path))?.[1]
