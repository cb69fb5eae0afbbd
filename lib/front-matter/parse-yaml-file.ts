import type { z } from 'zod'
import { decodeText } from './decode-text'
import { knownKeys } from './known-keys'
import type { Problem } from './problem'
import { schemaProblems } from './schema-problems'
import type { Locate } from './yaml-locate'
import { parseYamlMap } from './yaml-map'

export type YamlFile = { path: string; bytes: Uint8Array }

export type ParsedYaml<T> =
  | { ok: true; data: T; problems: Problem[] }
  | { ok: false; problems: Problem[] }

type Rules<T> = {
  schema: z.ZodType<T>
  /** The field name for a problem of the whole file: `site`. */
  field: string
  maxLength?: number
  /** The fields allowed below a key where the schema alone can't tell, that is in each entry of a record. */
  keysAt?: (at: readonly PropertyKey[]) => readonly string[] | undefined
  /** Finds problems between values that are each valid. */
  check?: (data: T, locate: Locate) => Problem[]
}

/** Parses a YAML file beside content/articles by its schema, or returns everything that is wrong with it. */
export function parseYamlFile<T>({ path, bytes }: YamlFile, rules: Rules<T>): ParsedYaml<T> {
  const { schema, field, maxLength, keysAt, check } = rules
  const decoded = decodeText(path, bytes)
  if (!decoded.ok) return decoded
  const map = parseYamlMap(decoded.text, maxLength)
  if (!map.ok) {
    const problems = map.faults.map(
      (fault) => ({ severity: 'error', path, field, ...fault }) satisfies Problem,
    )
    return { ok: false, problems }
  }
  const parsed = schema.safeParse(map.data, { reportInput: true })
  if (!parsed.success) {
    const keys = (at: readonly PropertyKey[]) => keysAt?.(at) ?? knownKeys(schema, at)
    return { ok: false, problems: schemaProblems(path, parsed.error.issues, map.locate, keys) }
  }
  const found = check?.(parsed.data, map.locate) ?? []
  if (found.some(({ severity }) => severity === 'error')) return { ok: false, problems: found }
  return { ok: true, data: parsed.data, problems: [...decoded.problems, ...found] }
}
