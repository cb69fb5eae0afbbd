import { z } from 'zod'
import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { slugify } from '@/lib/article/slug'
import { decodeText } from './decode-text'
import { nameText, paragraphText } from './field-schemas'
import { knownKeys } from './known-keys'
import type { Problem } from './problem'
import { schemaProblems } from './schema-problems'
import type { Locate } from './yaml-locate'
import { parseYamlMap } from './yaml-map'

export type ParsedTags =
  | { ok: true; tags: CanonicalTag[]; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/** Some 5,000 tags with a sentence each. The YAML parser takes a second for this much. */
const MAX_LENGTH = 524_288

/** More names than these for one thing are a mistake. */
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
 * content/tags.yaml: the canonical name of each tag with `synonyms` and a `description`, or nothing, below it. A name
 * or synonym must be one tag's only.
 */
export function parseTags({ path, bytes }: { path: string; bytes: Uint8Array }): ParsedTags {
  const decoded = decodeText(path, bytes)
  if (!decoded.ok) return decoded
  const map = parseYamlMap(decoded.text, MAX_LENGTH)
  if (!map.ok) {
    const problems = map.faults.map(
      (fault) => ({ severity: 'error', path, field: 'tags', ...fault }) satisfies Problem,
    )
    return { ok: false, problems }
  }
  const parsed = schema.safeParse(map.data, { reportInput: true })
  if (!parsed.success) {
    const keysAt = (at: readonly PropertyKey[]) =>
      at.length === 1 ? ENTRY_KEYS : knownKeys(schema, at)
    return { ok: false, problems: schemaProblems(path, parsed.error.issues, map.locate, keysAt) }
  }
  const tags = Object.entries(parsed.data).map(([name, { synonyms, ...more }]) => ({
    name,
    slug: slugify(name),
    synonyms,
    ...more,
  }))
  const problems = takenNames(path, tags, map.locate)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, tags, problems: decoded.problems }
}

const ENTRY_KEYS = ['synonyms', 'description']

/** Names that lead to two tags: neither their address nor the list of an article would be certain. */
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
