import * as z from 'zod'
import { en } from '@/lib/words/en'
import { placeholderFault } from '@/lib/words/placeholders'
import { isCounted, type WordOverrides } from '@/lib/words/table'
import { paragraphText } from './field-schemas'
import { type ParsedYaml, parseYamlFile, type YamlFile } from './parse-yaml-file'
import type { Problem } from './problem'
import type { Locate } from './yaml-locate'

/** A table of all words has some 20 KB; in letters of three bytes, three times as much. */
const MAX_LENGTH = 131_072

type Schema = z.ZodType<string | WordOverrides>

/** The keys are those of the English words, which are also their descriptions. */
const textSchema = (english: string) => paragraphText.meta({ description: english })

function formsSchema(english: string): z.ZodType<WordOverrides> {
  const form = textSchema(english)
  const some = form.exactOptional()
  const fields: Record<string, z.ZodType<string>> = { zero: some, one: some, two: some }
  return z.strictObject({ ...fields, few: some, many: some, other: form })
}

function groupSchema(group: object): z.ZodType<WordOverrides> {
  const fields: Record<string, z.ZodExactOptional<Schema>> = {}
  for (const [key, value] of Object.entries(group)) fields[key] = schemaOf(value).exactOptional()
  return z.strictObject(fields)
}

function schemaOf(english: string | object): Schema {
  if (typeof english === 'string') return textSchema(english)
  return isCounted(english) ? formsSchema(english.other) : groupSchema(english)
}

/** The schema of content/words.yaml. */
export const wordsSchema = groupSchema(en)

/** content/words.yaml: words that replace the interface's own, by the keys of lib/words/en.ts. */
export const parseWords = (file: YamlFile): ParsedYaml<WordOverrides> =>
  parseYamlFile(file, {
    ...{ schema: wordsSchema, field: 'words', maxLength: MAX_LENGTH },
    check: (words, locate) => wrongPlaceholders(file.path, words, en, locate, []),
  })

function wrongPlaceholders(
  path: string,
  words: WordOverrides,
  english: object,
  locate: Locate,
  at: readonly string[],
): Problem[] {
  const known = new Map<string, unknown>(Object.entries(english))
  return Object.entries(words).flatMap(([key, own]) => {
    const place = [...at, key]
    const model = isCounted(english) ? english.other : known.get(key)
    if (typeof own !== 'string') {
      return typeof model === 'object' && model !== null
        ? wrongPlaceholders(path, own, model, locate, place)
        : []
    }
    const mayLack = isCounted(english) && key !== 'other' ? ['count'] : []
    const fault = typeof model === 'string' ? placeholderFault(own, model, mayLack) : undefined
    if (fault === undefined) return []
    const field = place.join('.')
    return [{ severity: 'error', path, ...locate(place), field, ...fault } as const]
  })
}
