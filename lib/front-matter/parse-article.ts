import type { Article } from '@/lib/article/article'
import type { SiteDefaults } from '@/lib/site/site'
import { articleSchema } from './article-schema'
import { readContentFields } from './content-file'
import type { Problem } from './problem'

export type ParseInput = {
  /** Path below the content folder, with forward slashes. */
  path: string
  bytes: Uint8Array
  site: SiteDefaults
}

export type ParsedArticle =
  | { ok: true; article: Article; problems: Problem[] }
  | { ok: false; problems: Problem[] }

const schemas = new Map<string, ReturnType<typeof articleSchema>>()

/** Building a schema costs as much as parsing a hundred articles, and a site has one time zone. */
function schemaFor(timeZone: string) {
  const schema = schemas.get(timeZone) ?? articleSchema(timeZone)
  schemas.set(timeZone, schema)
  return schema
}

/**
 * Parses one file of content/articles to an Article, or returns everything that keeps it from being one. With `ok`,
 * `problems` holds only warnings. Cheap enough for 100,000 files, since it doesn't parse the Markdown; see `checkBody` for
 * that.
 */
export function parseArticle({ path, bytes, site }: ParseInput): ParsedArticle {
  const file = readContentFields(path, bytes, schemaFor(site.timeZone))
  if (!file.ok) return file
  const { slug, body, bodyLine } = file
  const { date, lang = site.lang, ...fields } = file.fields
  const article = { ...fields, lang, published: date, slug, path, body, bodyLine }
  return { ok: true, article, problems: [...file.problems, ...emptyBody(article)] }
}

/** A warning, not an error: a picture story or a withdrawn article may have no text. */
function emptyBody({ path, body, bodyLine, withdrawn }: Article): Problem[] {
  if (withdrawn || /\S/.test(body)) return []
  return [
    {
      severity: 'warning',
      path,
      line: bodyLine,
      column: 1,
      field: 'body',
      problem: 'is empty',
      fix: 'write the article below the front matter',
    },
  ]
}
