/** A quoted text that goes on at the start of a line, where YAML wants it indented. */
export type LooseQuote =
  /** The same with those lines indented, as js-yaml and PyYAML, and so most programs, read it. */
  | { kind: 'read'; text: string }
  /** A line of it, counted from 1, could be a field of its own. */
  | { kind: 'unclear'; line: number; field: string }

const OPENS = /^([^\s#'"[{][^:]*):[ \t]+(["'])(.*)$/
const LIKE_A_FIELD = /^[\w-]+:(?:\s|$)/

/** Finds quoted texts of top-level fields that go on at the start of a line; undefined when there is none. */
export function looseQuote(text: string): LooseQuote | undefined {
  const lines = text.split('\n')
  let isLoose = false
  for (let line = 0; line < lines.length; line++) {
    const [, field = '', quote = '', rest = ''] = OPENS.exec(lines[line] ?? '') ?? []
    if (quote === '' || endOf(rest, quote) !== undefined) continue
    const last = lines.findIndex((each, i) => i > line && endOf(each, quote) !== undefined)
    if (last === -1 || !/^[ \t]*(?:#.*)?$/.test(afterQuote(lines[last] ?? '', quote))) continue
    for (let within = line + 1; within <= last; within++) {
      const written = lines[within] ?? ''
      if (!/^\S/.test(written)) continue
      if (LIKE_A_FIELD.test(written)) return { kind: 'unclear', line: within + 1, field }
      lines[within] = `  ${written}`
      isLoose = true
    }
    line = last
  }
  return isLoose ? { kind: 'read', text: lines.join('\n') } : undefined
}

/** Where in a line the quoted text ends, after the quote; undefined when it goes on. */
function endOf(line: string, quote: string): number | undefined {
  const pattern = quote === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'(?!')/
  return pattern.exec(line)?.[0].length
}

const afterQuote = (line: string, quote: string) => line.slice(endOf(line, quote))
