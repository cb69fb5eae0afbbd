import * as z from 'zod'
import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { slugify } from '@/lib/article/slug'
import { nameText, paragraphText } from './field-schemas'
import { parseYamlFile, type YamlFile } from './parse-yaml-file'
import type { Problem } from './problem'
import type { Locate } from './yaml-locate'

export type ParsedTags =
  | { ok: true; tags: CanonicalTag[]; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/** Some 5,000 tags with a sentence each. The YAML parser takes a second for this much. */
const MAX_LENGTH = 524_288

/** More names than this for one thing are a mistake. */
const MAX_SYNONYMS = 50

const entry = z
  .strictObject({
    synonyms: z.array(nameText).max(MAX_SYNONYMS).default([]),
    description: paragraphText.exactOptional(),
  })
  .nullable()
  .transform((value) => value ?? { synonyms: [] })

const schema = z.record(nameText, entry)

/**
 * content/tags.yaml: each tag's canonical name, and below it `synonyms` and a `description`, or nothing. A name or synonym
 * must belong to only one tag.
 */
export function parseTags(file: YamlFile): ParsedTags {
  const parsed = parseYamlFile(file, {
    ...{ schema, field: 'tags', maxLength: MAX_LENGTH },
    keysAt: (at) => (at.length === 1 ? ENTRY_KEYS : undefined),
    check: (data, locate) => takenNames(file.path, tagsOf(data), locate),
  })
  return parsed.ok ? { ok: true, tags: tagsOf(parsed.data), problems: parsed.problems } : parsed
}

const tagsOf = (data: z.output<typeof schema>): CanonicalTag[] =>
  Object.entries(data).map(([name, entry]) => ({ name, slug: slugify(name), ...entry }))

const ENTRY_KEYS = ['synonyms', 'description']

/** Reports names that belong to two tags: neither their address nor an article's list would be certain. */
function takenNames(path: string, tags: readonly CanonicalTag[], locate: Locate): Problem[] {
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  const take = (name: string, tag: string, at: readonly PropertyKey[]) => {
    const owner = owners.get(slugify(name))
    if (owner === undefined) owners.set(slugify(name), tag)
    else {
      problems.push({
        severity: 'error',
        path,
        ...locate(at, at.length === 1 ? 'key' : 'value'),
        field: at.length === 1 ? tag : `${tag}.synonyms[${String(at[2])}]`,
        problem: `${JSON.stringify(name)} is a name of ${JSON.stringify(owner)} already`,
        fix: 'keep one of them',
      })
    }
  }
  for (const { name } of tags) take(name, name, [name])
  for (const { name, synonyms } of tags)
    for (const [i, synonym] of synonyms.entries()) take(synonym, name, [name, 'synonyms', i])
  return problems
}
