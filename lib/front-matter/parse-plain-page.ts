import type { PlainPage } from '@/lib/article/plain-page'
import { plainPageSchema } from './article-schema'
import { readContentFields } from './content-file'
import type { ParseInput } from './parse-article'
import type { Problem } from './problem'

export type ParsedPlainPage =
  | { ok: true; page: PlainPage; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/** Parses one file of content/pages to a PlainPage, or returns everything that keeps it from being one. */
export function parsePlainPage({ path, bytes, site }: ParseInput): ParsedPlainPage {
  const file = readContentFields(path, bytes, plainPageSchema(site.timeZone))
  if (!file.ok) return file
  const { slug, body, bodyLine, problems } = file
  const { lang = site.lang, ...fields } = file.fields
  return { ok: true, page: { ...fields, lang, slug, path, body, bodyLine }, problems }
}
