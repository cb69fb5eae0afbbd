import * as z from 'zod'
import { articleSchema } from './article-schema'
import { FIELD_WORDS, type FieldWords } from './field-words'
import { frontSchema } from './parse-front'
import { wordsSchema } from './parse-words'

type Json = { [key: string]: unknown }

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * An article's front matter as a JSON Schema, so that editing programs can complete and check fields. It is generated from
 * the schema that decides, with explanations. `content:check` reports what JSON Schema can't express (a day that doesn't
 * exist).
 */
export function articleJsonSchema(): Json {
  const { $schema, ...schema } = z.toJSONSchema(articleSchema('UTC'), { io: 'input' })
  return { $schema, title: 'Front matter of an article', ...explained(schema, '') }
}

/** The same for content/front.yaml. */
export function frontJsonSchema(): Json {
  const { $schema, ...schema } = z.toJSONSchema(frontSchema, { io: 'input' })
  return { $schema, title: 'Order of the front page', ...schema }
}

/** The same for content/words.yaml, with the English words as descriptions. */
export function wordsJsonSchema(): Json {
  const { $schema, ...schema } = z.toJSONSchema(wordsSchema, { io: 'input' })
  return { $schema, title: 'Words of the interface', ...schema }
}

/** `path` is the field's name, or `source.url` for a field of a group; the entries of a list use the list's path. */
function explained(
  schema: Json,
  path: string,
  words: FieldWords | null = FIELD_WORDS[path] ?? null,
): Json {
  const { properties, items, ...rest } = schema
  return {
    ...(words && { description: words.about, examples: [words.example] }),
    ...rest,
    ...(isJson(items) && { items: explained(items, path, null) }),
    ...(isJson(properties) && { properties: explainedFields(properties, path) }),
  }
}

function explainedFields(properties: Json, path: string): Json {
  const entries = Object.entries(properties).map(([key, field]) => [
    key,
    isJson(field) ? explained(field, path === '' ? key : `${path}.${key}`) : field,
  ])
  return Object.fromEntries(entries)
}
