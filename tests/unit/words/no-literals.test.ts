import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import * as z from 'zod'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * What readers meet: pages, what scripts add to them, answers to forms, feeds, pictures, and what programs show of a page.
 */
const ROOMS = [
  ...[
    'components',
    'app',
    'lib/article',
    'lib/comments',
    'lib/feeds',
    'lib/history',
    'lib/markdown',
  ],
  ...['lib/search', 'lib/share', 'lib/front', 'lib/server/pages', 'lib/server/front'],
]

/** Paths whose words aren't for readers, each with those who read them. */
const OTHERS: readonly [path: RegExp, readers: string][] = [
  [/^components\/editors\//, 'editors, of their files and the state of the server'],
  [/^app\/views\/(?:drafts|editors)\//, 'editors'],
  [/^lib\/comments\/(?:commands|store)\//, 'operators, in the terminal and the log'],
  [
    /^lib\/article\/(?:alias|media-src|misread-characters|moment|slug)\.ts$/,
    'editors, as problems',
  ],
  [/^lib\/markdown\/(?:bounds\/.*|raw-html)/, 'editors, as problems of a file'],
  [/^lib\/article\/kind\.ts$/, 'nobody: names by which a section is known to hold opinion'],
  [
    /^lib\/(?:markdown\/lexer\/html-texts|search\/query-words)\.ts$/,
    'nobody: what others wrote is compared with them',
  ],
  [/^lib\/feeds\/timestamps\.ts$/, 'programs: RFC 822 is English'],
  [/^lib\/share\/(?:endpoints|maps\/(?:read-llms|robots))\.ts$/, 'programs'],
  [
    /^lib\/server\/front\/(?:refusals|health|images|ready-response)\.ts$/,
    'programs, or who follows no link of ours',
  ],
  [/^lib\/server\/(?:front\/listen|pages\/strip-runtime)\.ts$/, 'operators, in the log'],
]

/** Single texts that aren't words for readers, each with the reason. */
const NO_WORDS: readonly [text: RegExp, why: string][] = [
  [/^(?:Aa|A)$/, 'a sign, whose name is in the table'],
  [/^(?:Escape|Enter|ArrowDown|ArrowUp)$/, 'a key'],
  [
    /^(?:[A-Z][a-z]+-)*[A-Z][a-z]+(?:-[A-Z][a-zA-Z]*)+$|^(?:Accept|Allow|Connection|Location|Vary)$/,
    'a header of HTTP',
  ],
  [/^(?:Bluesky|Facebook|WhatsApp|X)$/, 'a name'],
  [/^Noto S/, 'a font'],
  [/^(?:Person|Organization|Url|Description|Image)$/, 'a term of schema.org or OpenSearch'],
  [/[{;][^{}]*:[^{}]*[;}]|^try\{/, 'a style sheet or a script'],
  [/^(?:npm run comments -- sign-in|after:2000)$/, 'what is typed, in every language'],
  [/^(?:nofollow ugc|href src alt)\b|^Hant$/, 'terms of HTML and BCP 47'],
  [/^not in git$/, 'the name of a state'],
  [/\b(?:SELECT|INSERT|DELETE|UPDATE|CREATE|FROM|PRAGMA|ORDER BY) /, 'SQL'],
]

const node = z.looseObject({ type: z.string(), start: z.number() })
type Node = z.infer<typeof node>

const nameOf = (value: unknown): string => {
  const parsed = z.looseObject({ name: z.unknown() }).safeParse(value)
  return typeof parsed.data?.name === 'string' ? parsed.data.name : ''
}

function* nodesIn(value: unknown, above: readonly Node[] = []): Generator<[Node, readonly Node[]]> {
  if (Array.isArray(value)) {
    for (const each of value) yield* nodesIn(each, above)
    return
  }
  const read = node.safeParse(value)
  if (!read.success) return
  yield [read.data, above]
  for (const inner of Object.values(read.data))
    if (typeof inner === 'object') yield* nodesIn(inner, [...above, read.data])
}

/** Attributes and properties of components that people read. */
const IS_READ =
  /^(?:aria-(?:label|description|placeholder|roledescription)|alt|title|placeholder|label|note|before|after)$/
/** A capitalised word, or three words in a row. */
const PROSE = /^[^\p{L}]*\p{Lu}[\p{Ll}’']+(?=$|[\s,.:;…!?])|\p{L}{2,}[,;:]? \p{L}+ \p{L}/u
const LETTER = /\p{L}/u

function textOf({ type, value }: Node): string | undefined {
  if (type === 'JSXText' || type === 'Literal') return typeof value === 'string' ? value : undefined
  if (type !== 'TemplateElement') return undefined
  const cooked = z.object({ cooked: z.string() }).safeParse(value)
  return cooked.data?.cooked
}

/** Errors are read only in logs, and nobody reads types or imports. */
const isUnread = ({ type, callee }: Node) =>
  type === 'ThrowStatement' ||
  /^Import|^Export.*From|^TS(?!As|Satisfies|NonNull)/.test(type) ||
  (type === 'NewExpression' && /Error|Refusal/.test(nameOf(callee))) ||
  (type === 'CallExpression' && /"name":"(?:log|console)"/.test(JSON.stringify(callee)))

/** Whether a text in the code is one that people read on a page. */
function isRead(found: Node, above: readonly Node[], text: string): boolean {
  if (!LETTER.test(text)) return false
  if (found.type === 'JSXText') return true
  if (above.some(isUnread)) return false
  const attribute = above.findLast(({ type }) => type === 'JSXAttribute')
  const isDirect = above.slice(-3).some((each) => each === attribute)
  if (attribute && isDirect) return IS_READ.test(nameOf(attribute.name))
  return PROSE.test(text)
}

function literalsIn(file: string): string[] {
  const code = readFileSync(path.join(root, file), 'utf8')
  return [...nodesIn(parseSync(file, code).program)].flatMap(([found, above]) => {
    const text = textOf(found)?.trim()
    if (text === undefined || !isRead(found, above, text)) return []
    if (NO_WORDS.some(([pattern]) => pattern.test(text))) return []
    const line = code.slice(0, found.start).split('\n').length
    return [`${file}:${line}: ${JSON.stringify(text).slice(0, 80)}`]
  })
}

test('every word that readers meet comes from the table of their language', () => {
  const files = ROOMS.flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${room}/${name}`,
    ),
  ).filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !OTHERS.some(([others]) => others.test(file)))
  expect(
    files.flatMap(literalsIn),
    'put these into lib/words/en.ts and take them from wordsOf; or say above who else reads them',
  ).toEqual([])
})
