import { withoutMisread } from '@/lib/article/misread-characters'
import { parseMoment } from '@/lib/article/moment'
import { FIELD_WORDS } from './field-words'
import { findFences } from './front-matter-fences'

export type Mended = { text: string; done: string[] }

/**
 * Fixes what has only one right answer in the text of an article's file: line ends, the byte order mark, characters that
 * were misread as controls, and, in the front matter, tabs, white space at line ends, the case of a field's name and the
 * form of a date. The words stay as they are.
 */
export function fixText(text: string): Mended {
  const done: string[] = []
  const step = (what: string, before: string, after: string) => {
    if (after !== before) done.push(what)
    return after
  }
  const marked = step('byte order mark', text, text.replace(/^\ufeff/, ''))
  const lines = step('line ends', marked, marked.replace(/\r\n?/g, '\n'))
  const meant = step('characters of Windows-1252', lines, withoutMisread(lines))
  const ended = step('end of the last line', meant, meant.replace(/\n*$/, '\n'))
  const fences = findFences('', ended)
  if (!fences.ok) return { text: ended, done }
  const front = ended.slice(0, fences.bodyStart)
  const mended = front
    .split('\n')
    .map((line) => mendLine(line, step))
    .join('\n')
  return { text: mended + ended.slice(fences.bodyStart), done: [...new Set(done)] }
}

type Step = (what: string, before: string, after: string) => string

function mendLine(line: string, step: Step): string {
  const trimmed = step('white space at line ends', line, line.replace(/[ \t]+$/, ''))
  const indented = step(
    'tabs',
    trimmed,
    trimmed.replace(/^[ \t]*/, (indent) => indent.replace(/\t/g, '  ')),
  )
  const named = step(
    'case of a field’s name',
    indented,
    indented.replace(/^[A-Za-z]+(?=:)/, nameOf),
  )
  return step('form of a date', named, withDate(named))
}

/** `Title` → `title`; a name that isn't a field's in any case stays as it is. */
function nameOf(written: string): string {
  if (written in FIELD_WORDS) return written
  const known = Object.keys(FIELD_WORDS).find((name) => name === written.toLowerCase())
  return known ?? written
}

const DATE_LINE = /^(\s*(?:- )?(?:date|updated|expires): *)(["']?)([^"'#\s][^"'#]*?)\2( *(?:#.*)?)$/

/** With the year first, since other orders could mean two days: 2026/3/2, 2026.03.02 9:30. */
const YEAR_FIRST =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(\d{1,2}):(\d\d)(:\d\d)?)?( ?(?:[Zz]|[+-]\d\d:?\d\d))?$/

function withDate(line: string): string {
  const found = DATE_LINE.exec(line)
  const [, before = '', quote = '', written = '', after = ''] = found ?? []
  if (!found || parseMoment(written, 'UTC').ok) return line
  const mended = mendedDate(written)
  return mended === undefined ? line : `${before}${quote}${mended}${quote}${after}`
}

function mendedDate(written: string): string | undefined {
  const parts = YEAR_FIRST.exec(written)
  if (!parts) return undefined
  const [, year, month = '', day = '', hour, minute, second = '', offset = ''] = parts
  const two = (value: string) => value.padStart(2, '0')
  const time = hour === undefined ? '' : `T${two(hour)}:${minute}${second}${offset.trim()}`
  const date = `${year}-${two(month)}-${two(day)}${time}`
  return parseMoment(date, 'UTC').ok ? date : undefined
}
