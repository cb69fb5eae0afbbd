import { type Exported, exported, exportHead } from './transfer'

export type ParsedExport =
  | { ok: true; comments: Exported[] }
  /** `line: what is wrong`, for every line. */
  | { ok: false; problems: string[] }

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** An export, read whole before any of it is stored: one that was cut short changes nothing. */
export function parseExport(text: string): ParsedExport {
  const [head = '', ...lines] = text.split('\n')
  if (!exportHead.safeParse(parseJson(head)).success) {
    return { ok: false, problems: ['1: this is no export of comments that this version can read'] }
  }
  const problems: string[] = []
  const comments = new Map<string, Exported>()
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const result = exported.safeParse(parseJson(line))
    const place = index + 2
    if (!result.success) {
      const [issue] = result.error.issues
      problems.push(`${place}: ${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is wrong'}`)
    } else if (result.data.parent !== undefined && !comments.has(result.data.parent)) {
      problems.push(`${place}: parent: no comment ${result.data.parent} comes before`)
    } else comments.set(result.data.id, result.data)
  }
  if (!text.endsWith('\n')) problems.push(`${lines.length + 1}: the file was cut short`)
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, comments: [...comments.values()] }
}
