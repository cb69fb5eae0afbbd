import { parse } from 'yaml'
import { z } from 'zod'
import type { Article, Moment } from '@/lib/article/article'
import type { Problem } from '@/lib/article/problem'
import type { Site } from '@/lib/site'

type Input = { path: string; bytes: Uint8Array; site: Pick<Site, 'timeZone'> }
type Failed = { ok: false; problems: Problem[] }
const moment = z
  .union([z.string(), z.date()])
  .transform((v): Moment => ({ at: new Date(v), precision: 'day' }))
const fm = z.object({
  title: z.string(),
  date: moment,
  description: z.exactOptional(z.string()),
  source: z.exactOptional(z.object({ name: z.string(), url: z.exactOptional(z.string()) })),
  authors: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  section: z.exactOptional(z.string()),
  expires: z.exactOptional(moment),
  draft: z.boolean().default(false),
  lead: z.boolean().default(false),
  evergreen: z.boolean().default(false),
  aliases: z.array(z.string()).default([]),
  lang: z.exactOptional(z.string()),
  withdrawn: z.exactOptional(z.object({ date: moment, reason: z.string() })),
})
const bad = (path: string, problem: string): Failed => ({
  ok: false,
  problems: [
    { severity: 'error', path, line: 1, column: 1, field: 'file', problem, fix: 'mend it' },
  ],
})
const split = (bytes: Uint8Array) =>
  /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
export const slugFromPath = (path: string) =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.md$/, '')
    .normalize('NFC')
export function parseArticle({
  path,
  bytes,
}: Input): { ok: true; article: Article; problems: Problem[] } | Failed {
  try {
    const m = split(bytes)
    if (m === null) return bad(path, 'no front matter')
    const { date, ...rest } = fm.parse(parse(m[1] ?? ''))
    return {
      ok: true,
      article: {
        ...rest,
        published: date,
        corrections: [],
        slug: slugFromPath(path),
        path,
        body: m[2] ?? '',
        bodyLine: 1,
      },
      problems: [],
    }
  } catch (error) {
    return bad(path, String(error))
  }
}
export type PlainPage = {
  slug: string
  path: string
  title: string
  description?: string
  updated?: Moment
  lang?: string
  body: string
  bodyLine: number
}
export function parsePlainPage({
  path,
  bytes,
}: Input): { ok: true; page: PlainPage; problems: Problem[] } | Failed {
  const m = split(bytes)
  if (m === null) return bad(path, 'no front matter')
  const f = z.object({ title: z.string() }).parse(parse(m[1] ?? ''))
  return {
    ok: true,
    page: { ...f, slug: slugFromPath(path), path, body: m[2] ?? '', bodyLine: 1 },
    problems: [],
  }
}
export function parseSite({
  path,
  bytes,
}: {
  path: string
  bytes: Uint8Array
}): { ok: true; site: Site; problems: Problem[] } | Failed {
  const r = z
    .object({ name: z.string(), description: z.string(), lang: z.string(), timeZone: z.string() })
    .safeParse(parse(new TextDecoder().decode(bytes)))
  return r.success ? { ok: true, site: r.data, problems: [] } : bad(path, r.error.message)
}
export const plainText = (body: string) => body.replace(/[#*_`>]|\]\([^)]*\)|\[/g, '')
export const splitSentences = (text: string, _lang?: string) => text.split(/(?<=[.!?])\s+/)
export const countWords = (text: string) => text.split(/\s+/).length
export const slugify = (name: string) =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
