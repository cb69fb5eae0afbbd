import type { z } from 'zod'
import { closestWord, nearestWords } from '@/lib/language/edit-distance'
import { decodeIssue } from './field-schemas'
import { isMeaningless, meantField } from './foreign-fields'
import type { Problem } from './problem'
import type { Locate } from './yaml-locate'

type Issue = z.core.$ZodIssue

/** All issues of a schema as problems at their lines, in the order of the file. */
export function schemaProblems(
  path: string,
  issues: readonly Issue[],
  locate: Locate,
  knownKeys: (path: readonly PropertyKey[]) => readonly string[],
): Problem[] {
  const meant = new Set<string>()
  const unknown = issues
    .filter((issue) => issue.code === 'unrecognized_keys')
    .flatMap(({ keys, path: parent }) =>
      keys.map((key) => {
        const known = knownKeys(parent)
        const guess = parent.length === 0 ? meantOf(key, known) : closestWord(key, known)
        if (guess) meant.add(fieldName([...parent, guess]))
        return unknownKey(path, [...parent, key], locate, guess, known)
      }),
    )
  // A misspelt field isn't reported as missing too: one mistake gives one line.
  const others = issues
    .filter((issue) => issue.code !== 'unrecognized_keys' && !isMeant(issue, meant))
    .map((issue) => toProblem(path, issue, locate))
  return [...unknown, ...others].sort((a, b) => a.line - b.line || a.column - b.column)
}

/** Another system's name, or a misspelt one. */
function meantOf(key: string, known: readonly string[]): string | undefined {
  const meant = meantField(key)
  return meant !== undefined && known.includes(meant) ? meant : closestWord(key, known)
}

function isMeant(issue: Issue, meant: ReadonlySet<string>): boolean {
  return (
    issue.code === 'invalid_type' && issue.input === undefined && meant.has(fieldName(issue.path))
  )
}

function unknownKey(
  path: string,
  at: readonly PropertyKey[],
  locate: Locate,
  guess: string | undefined,
  known: readonly string[],
): Problem {
  const name = String(at.at(-1))
  const fix = guess ? meaning(name, guess) : fieldsLike(name, known)
  return make(path, at, locate(at, 'key'), { problem: 'is not a known field', fix })
}

/** `categories` may be a section or tags, `published` is the opposite of ours. */
const ELSEWHERE: Record<string, string> = {
  section: 'write section, or tags',
  draft: 'write draft: true for an article that isn’t published',
}

const FIXED = 'npm run content:check -- --fix does it where that is certain'

function meaning(name: string, guess: string): string {
  if (meantField(name) !== guess) return `did you mean ${guess}?`
  return `${ELSEWHERE[guess] ?? `here it is called ${guess}`}; ${FIXED}`
}

/** If there are few fields, all of them; if many, those most like the unknown name. */
function fieldsLike(name: string, known: readonly string[]): string {
  if (isMeaningless(name)) return `remove it: it says nothing here; ${FIXED}`
  if (known.length <= FEW_FIELDS) return `known fields: ${known.join(', ')}`
  return `the fields most like it are ${nearestWords(name, known, NEAREST).join(', ')}; see the guide, content/README.md, for all`
}

const FEW_FIELDS = 6
const NEAREST = 3

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
  if (issue.code === 'custom' || issue.code === 'too_big') return decodeIssue(issue.message)
  if (issue.code === 'invalid_value') {
    return {
      problem: 'has an unknown value',
      fix: `write ${issue.values.map(String).join(' or ')}`,
    }
  }
  if (issue.code !== 'invalid_type') return decodeIssue(issue.message)
  const found = kindOf(issue.input)
  if (found === undefined) return { problem: 'is missing', fix: 'add it' }
  if (found === 'nothing') return { problem: 'is empty', fix: 'give it a value or remove the line' }
  const expected = EXPECTED[issue.expected] ?? {
    what: issue.expected,
    fix: 'see the guide, content/README.md',
  }
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
