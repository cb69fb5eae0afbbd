import { Document, isMap, parseDocument } from 'yaml'
import * as z from 'zod'
import { slugify } from '@/lib/article/slug'
import type { Guess, OldSite, OldText } from '../old-text'

/** What becomes of the old system's names: the file that a person edits between two runs. */
export type Mapping = {
  categories: Map<string, Guess>
  tags: Map<string, Guess>
  authors: Map<string, string>
}

const place = z
  .strictObject({ section: z.string().exactOptional(), tag: z.string().exactOptional() })
  .nullable()
const mappingFile = z.strictObject({
  categories: z.record(z.string(), place).nullable().default(null),
  tags: z.record(z.string(), place).nullable().default(null),
  authors: z.record(z.string(), z.string()).nullable().default(null),
})

const HEAD = ` What becomes of the old site's categories, tags and authors. Edit it and run the same import again:
 articles that nobody has edited since change with it.

 News: { section: News }                the article's section; of several the first one here, the others become tags
 Harbour: { section: City, tag: Port }  both
 Uncategorized: {}                      nothing`

/** A masthead has room for about this many sections; the old site's other categories become tags. */
const MAX_SECTIONS = 12

export type Counts = {
  categories: Map<string, number>
  tags: Map<string, number>
  authors: Set<string>
}

export function countNames(
  texts: Iterable<Pick<OldText, 'categories' | 'tags' | 'authors'>>,
): Counts {
  const counts: Counts = { categories: new Map(), tags: new Map(), authors: new Set() }
  for (const { categories, tags, authors } of texts) {
    for (const name of categories)
      counts.categories.set(name, (counts.categories.get(name) ?? 0) + 1)
    for (const name of tags) counts.tags.set(name, (counts.tags.get(name) ?? 0) + 1)
    for (const name of authors) counts.authors.add(name)
  }
  return counts
}

/** A guess for each name that the mapping lacks. */
export function guessMapping(counts: Counts, site: Pick<OldSite, 'authors' | 'guesses'>): Mapping {
  const byUse = [...counts.categories].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  const free = byUse.filter(([name]) => !site.guesses.has(name))
  const sections = new Set(free.slice(0, MAX_SECTIONS).map(([name]) => name))
  const guess = (name: string): Guess =>
    site.guesses.get(name) ?? (sections.has(name) ? { section: name } : { tag: name })
  return {
    categories: new Map(byUse.map(([name]) => [name, guess(name)])),
    tags: new Map(
      [...counts.tags.keys()].sort().map((name) => [name, site.guesses.get(name) ?? { tag: name }]),
    ),
    authors: new Map(
      [...counts.authors].sort().map((name) => [name, site.authors.get(name) ?? name]),
    ),
  }
}

export type ReadMapping = { ok: true; mapping: Mapping } | { ok: false; problem: string }

export function parseMapping(text: string): ReadMapping {
  const document = parseDocument(text, { schema: 'core' })
  const [fault] = document.errors
  if (fault) return { ok: false, problem: fault.message }
  const parsed = mappingFile.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, problem: `${issue?.path.join(': ')}: ${issue?.message}` }
  }
  const { categories, tags, authors } = parsed.data
  const places = (record: Record<string, Guess | null> | null) =>
    new Map(Object.entries(record ?? {}).map(([name, given]) => [name, given ?? {}]))
  return {
    ok: true,
    mapping: {
      categories: places(categories),
      tags: places(tags),
      authors: new Map(Object.entries(authors ?? {})),
    },
  }
}

/** The file with what a person wrote in it, and the names that it lacked. */
export function extendMapping(text: string | undefined, guessed: Mapping): string {
  const document = text === undefined ? new Document({}) : parseDocument(text, { schema: 'core' })
  if (text === undefined) document.commentBefore = HEAD
  for (const kind of ['categories', 'tags', 'authors'] as const) {
    if (guessed[kind].size > 0 && !isMap(document.get(kind, true)))
      document.set(kind, document.createNode({}))
    for (const [name, given] of guessed[kind]) {
      if (document.hasIn([kind, name])) continue
      const node = document.createNode(given)
      if (isMap(node)) node.flow = true
      document.setIn([kind, name], node)
    }
  }
  return document.toString({ lineWidth: 0 })
}

/** More tags than this say nothing about an article; the front matter takes no more. */
const MAX_TAGS = 100

export type Filed = { section: string | undefined; tags: string[]; authors: string[] }

/** An article's section, tags and authors by the mapping. */
export function fileUnder(
  text: Pick<OldText, 'categories' | 'tags' | 'authors'>,
  mapping: Mapping,
): Filed {
  const order = [...mapping.categories.keys()]
  const byOrder = [...text.categories].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const places = [
    ...byOrder.map((name) => mapping.categories.get(name) ?? {}),
    ...text.tags.map((name) => mapping.tags.get(name) ?? {}),
  ]
  const [section, ...others] = places.flatMap((each) => each.section ?? [])
  const tags = [
    ...others.filter((name) => name !== section),
    ...places.flatMap((each) => each.tag ?? []),
  ]
  return {
    section,
    tags: distinct(tags).slice(0, MAX_TAGS),
    authors: distinct(text.authors.map((name) => mapping.authors.get(name) ?? name)),
  }
}

/** Two spellings with one address are one tag. */
function distinct(names: readonly string[]): string[] {
  const bySlug = new Map(names.toReversed().map((name) => [slugify(name), name]))
  bySlug.delete('')
  return names.filter((name) => bySlug.get(slugify(name)) === name && bySlug.delete(slugify(name)))
}
