import * as z from 'zod'

/** A line of pino's log. */
const logged = z.looseObject({
  level: z.number(),
  time: z.string(),
  msg: z.string().default(''),
  // Usually an Error, but anything can be thrown.
  err: z.unknown().optional(),
})
const thrown = z.object({ stack: z.string() })

/** pino's level numbers; plain information has no label. */
const LEVELS = [
  [60, 'fatal: '],
  [50, 'error: '],
  [40, 'warning: '],
  [30, ''],
  [0, 'debug: '],
] as const

/** `14:07:31 warning: A page could not be rendered (key: /tags)`, and below it the stack: a log line for people. */
export function plainLine(line: string): string {
  const { level, time, msg, err, ...details } = logged.parse(JSON.parse(line))
  const name = LEVELS.find(([least]) => level >= least)?.[1] ?? ''
  const { data: error } = thrown.safeParse(err)
  const told = Object.entries(error ? details : { ...details, err: err ?? '' })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${text(value)}`)
  const more = told.length === 0 ? '' : ` (${told.join(', ')})`
  const at = new Date(time).toLocaleTimeString('en-GB')
  const stack = error?.stack.split('\n') ?? []
  return [`${at} ${name}${msg}${more}`, ...stack].map((each) => `${harmless(each)}\n`).join('')
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Clients choose some of these words: control characters that would affect the terminal are escaped. */
const harmless = (line: string) =>
  line.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
