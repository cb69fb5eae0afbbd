import type { z } from 'zod'
import { closestWord } from './edit-distance'
import { heard } from './field-schemas'
import type { Problem } from './problem'
import type { Locate } from './yaml-map'

type Issue = z.core.$ZodIssue

/** Every issue of a schema as problems at their lines, in the order of the file. */
export function schemaProblems(
  path: string,
  issues: readonly Issue[],
  locate: Locate,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): Problem[] {
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(path, [...issue.path, key], locate, knownKeys))
        : [toProblem(path, issue, locate)],
    )
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

function unknownKey(
  path: string,
  at: readonly PropertyKey[],
  locate: Locate,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): Problem {
  const known = knownKeys(at.slice(0, -1))
  const meant = closestWord(String(at.at(-1)), known)
  const fix = meant ? `did you mean ${meant}?` : `known fields: ${known.join(', ')}`
  return make(path, at, locate(at, 'key'), { problem: 'is not a known field', fix })
}

function toProblem(path: string, issue: Issue, locate: Locate): Problem {
  return make(path, issue.path, locate(issue.path), wording(issue))
}

function make(
  path: string,
  at: readonly PropertyKey[],
  place: { line: number; column: number },
  words: { problem: string; fix: string },
): Problem {
  return { severity: 'error', path, ...place, field: fieldName(at), ...words }
}

/** `source.url`, `corrections[0].date` */
function fieldName(at: readonly PropertyKey[]): string {
  const name = at.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    '',
  )
  return name.slice(1) || 'front matter'
}

const EXPECTED: Record<string, { what: string; fix: string }> = {
  string: { what: 'text', fix: 'put the value in quotes' },
  boolean: { what: 'true or false', fix: 'write true or false, without quotes' },
  array: { what: 'a list', fix: 'write it as [one, two]' },
  object: { what: 'fields of its own', fix: 'write its fields below it, indented' },
}

function wording(issue: Issue): { problem: string; fix: string } {
  if (issue.code === 'custom' || issue.code === 'too_big') return heard(issue.message)
  if (issue.code === 'invalid_value') {
    return {
      problem: 'has an unknown value',
      fix: `write ${issue.values.map(String).join(' or ')}`,
    }
  }
  if (issue.code !== 'invalid_type') return heard(issue.message)
  const found = kindOf(issue.input)
  if (found === undefined) return { problem: 'is missing', fix: 'add it' }
  if (found === 'nothing') return { problem: 'is empty', fix: 'give it a value or remove the line' }
  const expected = EXPECTED[issue.expected] ?? { what: issue.expected, fix: 'see the README' }
  const fix =
    issue.expected === 'string' && (found === 'a list' || found === 'a group of fields')
      ? 'write one value'
      : expected.fix
  return { problem: `must be ${expected.what}, not ${found}`, fix }
}

function kindOf(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a group of fields'
  return (
    { string: 'text', number: 'a number', boolean: 'true or false' }[String(typeof value)] ?? 'that'
  )
}
