import * as z from 'zod'
import type { FrontOrder } from '@/lib/article/front-order'
import { encodeIssue, lineText, nameText } from './field-schemas'
import { type ParsedYaml, parseYamlFile, type YamlFile } from './parse-yaml-file'
import type { Problem } from './problem'
import type { Locate } from './yaml-locate'

/** More than the columns at the top of the front page can hold. */
const MAX_SLUGS = 13

/** A slug is a file's name without its extension, which editors often copy too. */
const slug = lineText.transform((name) => name.replace(/\.md$/, '').normalize('NFC'))

const slugs = z
  .array(slug)
  .max(
    MAX_SLUGS,
    encodeIssue(`has more than ${MAX_SLUGS} stories`, 'keep the ones that come first'),
  )

/** The schema of content/front.yaml. */
export const frontSchema = z.strictObject({
  first: slugs.default([]).meta({
    description:
      'The first stories of the front page: file names without .md. The first of them leads.',
  }),
  bands: z
    .record(nameText, slugs)
    .default({})
    .meta({ description: 'The first stories of the band of a section, by the section’s name.' }),
})

/** content/front.yaml: the stories that come first on the front page and in each section's band. */
export const parseFront = (file: YamlFile): ParsedYaml<FrontOrder> =>
  parseYamlFile(file, {
    schema: frontSchema,
    field: 'front',
    check: (front, locate) => doubled(file.path, front, locate),
  })

/** The position of each slug, in the order of the file. */
export function frontEntries({ first, bands }: FrontOrder) {
  return [
    ...first.map((slug, i) => ({ slug, at: ['first', i], field: `first[${i}]` })),
    ...Object.entries(bands).flatMap(([name, slugs]) =>
      slugs.map((slug, i) => ({ slug, at: ['bands', name, i], field: `bands.${name}[${i}]` })),
    ),
  ]
}

function doubled(path: string, front: FrontOrder, locate: Locate): Problem[] {
  const seen = new Map<string, string>()
  return frontEntries(front).flatMap(({ slug, at, field }) => {
    const before = seen.get(slug)
    if (before === undefined) {
      seen.set(slug, field)
      return []
    }
    const problem = `${JSON.stringify(slug)} is ${before} already`
    return [
      { severity: 'error', path, ...locate(at), field, problem, fix: 'keep one of them' } as const,
    ]
  })
}
