import { withoutMisread } from '@/lib/article/misread-characters'
import { parseMoment } from '@/lib/article/moment'
import { FIELD_WORDS } from '../field-words'
import { findFences } from '../front-matter-fences'
import { type FixContext, fixFields } from './fix-fields'
import { readForeignDate } from './foreign-date'

export type Mended = { text: string; done: string[] }

/**
 * Fixes what has only one right answer in the text of an article's file: line ends, the byte order mark, characters that
 * were misread as controls, and, in the front matter, tabs, white space at line ends, the names and forms of fields and
 * dates. The words stay as they are.
 */
export function fixText(text: string, context: FixContext): Mended {
  const done: string[] = []
  const step = (what: string, before: string, after: string) => {
    if (after !== before) done.push(what)
    return after
  }
  const marked = step('byte order mark', text, text.replace(/^\ufeff/, ''))
  const unix = step('line ends', marked, marked.replace(/\r\n?/g, '\n'))
  const meant = step('characters of Windows-1252', unix, withoutMisread(unix))
  const ended = step('end of the last line', meant, meant.replace(/\n*$/, '\n'))
  const fences = findFences('', ended)
  if (!fences.ok) return { text: ended, done }
  const front = ended.slice(0, fences.bodyStart).split('\n')
  const spaced = front.map((line) => mendLine(line, step)).join('\n')
  const named = withFields(spaced, context, done)
  const mended = named.split('\n').map((line) => step('form of a date', line, withDate(line)))
  return { text: mended.join('\n') + ended.slice(fences.bodyStart), done: [...new Set(done)] }
}

/** A field may be right only once another one is: a category joins the tags once these are a list. */
const MOST_ROUNDS = 3

function withFields(front: string, context: FixContext, done: string[]): string {
  const start = front.indexOf('\n') + 1
  const end = front.lastIndexOf('\n---') + 1
  let yaml = front.slice(start, end)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixed = fixFields(yaml, context)
    if (fixed === undefined) break
    yaml = fixed.yaml
    done.push(...fixed.done)
  }
  return front.slice(0, start) + yaml + front.slice(end)
}

type Step = (what: string, before: string, after: string) => string

function mendLine(line: string, step: Step): string {
  const trimmed = step('white space at line ends', line, line.replace(/[ \t]+$/, ''))
  const indented = step(
    'tabs',
    trimmed,
    trimmed.replace(/^[ \t]*/, (indent) => indent.replace(/\t/g, '  ')),
  )
  return step('case of a field’s name', indented, indented.replace(/^[A-Za-z]+(?=:)/, nameOf))
}

/** `Title` → `title`; a name that isn't a field's in any case stays as it is. */
function nameOf(written: string): string {
  if (written in FIELD_WORDS) return written
  const known = Object.keys(FIELD_WORDS).find((name) => name === written.toLowerCase())
  return known ?? written
}

const DATE_LINE = /^(\s*(?:- )?(?:date|updated|expires): *)(["']?)([^"'#\s][^"'#]*?)\2( *(?:#.*)?)$/

function withDate(line: string): string {
  const found = DATE_LINE.exec(line)
  const [, before = '', quote = '', written = '', after = ''] = found ?? []
  if (!found || parseMoment(written, 'UTC').ok) return line
  const mended = readForeignDate(written)
  return mended === undefined ? line : `${before}${quote}${mended}${quote}${after}`
}
