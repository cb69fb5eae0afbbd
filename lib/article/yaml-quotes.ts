/** A quoted text whose later lines aren't indented, as YAML requires. */
export type LooseQuote =
  /** The same with those lines indented, which is how js-yaml, PyYAML and so most programs read it. */
  | { kind: 'read'; text: string }
  /** One of its lines, counted from 1, could also be a field. */
  | { kind: 'unclear'; line: number; field: string }

const OPENS = /^([^\s#'"[{][^:]*):[ \t]+(["'])(.*)$/
const LIKE_A_FIELD = /^[\w-]+:(?:\s|$)/

/** Finds quoted texts of top-level fields whose later lines aren't indented; undefined when there are none. */
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

/** The position in a line just after the closing quote; undefined when the text continues on the next line. */
function endOf(line: string, quote: string): number | undefined {
  const pattern = quote === '"' ? /^(?:[^"\\]|\\.)*"/ : /^(?:[^']|'')*'(?!')/
  return pattern.exec(line)?.[0].length
}

const afterQuote = (line: string, quote: string) => line.slice(endOf(line, quote))
