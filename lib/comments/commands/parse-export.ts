import type { z } from 'zod'
import {
  type Exported,
  type ExportedReport,
  exported,
  exportedReport,
  exportHead,
} from './transfer'

export type ParsedExport =
  | { ok: true; comments: Exported[]; reports: ExportedReport[] }
  /** `line: what is wrong`, for every line with a problem. */
  | { ok: false; problems: string[] }

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const isReport = (parsed: unknown) =>
  typeof parsed === 'object' && parsed !== null && 'feature' in parsed

function problemOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'is wrong'}`
}

class Reading {
  readonly comments = new Map<string, Exported>()
  readonly reports: ExportedReport[] = []

  /** What is wrong with this line, if anything. */
  read(line: string): string | undefined {
    const parsed = parseJson(line)
    if (isReport(parsed)) {
      const report = exportedReport.safeParse(parsed)
      if (!report.success) return problemOf(report.error)
      this.reports.push(report.data)
      return undefined
    }
    const comment = exported.safeParse(parsed)
    if (!comment.success) return problemOf(comment.error)
    const { id, parent } = comment.data
    if (parent !== undefined && !this.comments.has(parent)) {
      return `parent: no comment ${parent} comes before`
    }
    this.comments.set(id, comment.data)
    return undefined
  }
}

/** Parses a whole export before any of it is stored: one that was cut short changes nothing. */
export function parseExport(text: string): ParsedExport {
  const [head = '', ...lines] = text.split('\n')
  if (!exportHead.safeParse(parseJson(head)).success) {
    return {
      ok: false,
      problems: ['1: this is not an export of comments that this version can read'],
    }
  }
  const reading = new Reading()
  const problems: string[] = []
  for (const [index, line] of lines.entries()) {
    const problem = line === '' ? undefined : reading.read(line)
    if (problem !== undefined) problems.push(`${index + 2}: ${problem}`)
  }
  if (!text.endsWith('\n')) problems.push(`${lines.length + 1}: the file was cut short`)
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, comments: [...reading.comments.values()], reports: reading.reports }
}
