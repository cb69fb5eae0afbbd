import * as z from 'zod'
import type { Profile } from '@/lib/article/profile'
import { slugify } from '@/lib/article/slug'
import {
  encodeIssue,
  lineText,
  nameText,
  paragraphText,
  pictureOfMedia,
  webAddress,
} from './field-schemas'
import { type ParsedYaml, parseYamlFile, type YamlFile } from './parse-yaml-file'
import type { Problem } from './problem'
import type { Locate } from './yaml-locate'

/** Some 1,000 people with a few lines each. */
const MAX_LENGTH = 524_288

/** More don't fit below a name. */
const MAX_LINKS = 10

/** Two or three lines at the foot of an article. */
const MAX_ABOUT = 300

const entry = z.strictObject({
  role: lineText.exactOptional(),
  about: paragraphText
    .refine(
      (text) => text.length <= MAX_ABOUT,
      encodeIssue(`is longer than ${MAX_ABOUT} characters`, 'say it in two lines'),
    )
    .exactOptional(),
  picture: pictureOfMedia.exactOptional(),
  links: z
    .array(webAddress)
    .max(MAX_LINKS, encodeIssue(`has more than ${MAX_LINKS} entries`, 'keep the ones that matter'))
    .default([]),
})

/** The schema of content/authors.yaml and content/sources.yaml. */
export const profilesSchema = z.record(
  nameText,
  entry.nullable().transform((value) => value ?? { links: [] }),
)

/** content/authors.yaml or content/sources.yaml: a profile for each name that articles use. */
export function parseProfiles(file: YamlFile): ParsedYaml<Profile[]> {
  const parsed = parseYamlFile(file, {
    ...{ schema: profilesSchema, field: 'file', maxLength: MAX_LENGTH },
    keysAt: (at) => (at.length === 1 ? Object.keys(entry.shape) : undefined),
    check: (data, locate) => sameAddress(file.path, Object.keys(data), locate),
  })
  if (!parsed.ok) return parsed
  const profiles = Object.entries(parsed.data).map(([name, said]) => ({
    ...{ name, slug: slugify(name) },
    ...said,
  }))
  return { ...parsed, data: profiles }
}

/** Reports two spellings of one name: both would have the same page. */
function sameAddress(path: string, names: readonly string[], locate: Locate): Problem[] {
  const owners = new Map<string, string>()
  return names.flatMap((name) => {
    const owner = owners.get(slugify(name))
    owners.set(slugify(name), owner ?? name)
    if (owner === undefined) return []
    const problem = `has the address of ${JSON.stringify(owner)}`
    const place = locate([name], 'key')
    return [
      { severity: 'error', path, ...place, field: name, problem, fix: 'keep one of them' } as const,
    ]
  })
}
