import type { Article } from '@/lib/article/article'
import type { PlainPage } from '@/lib/article/plain-page'
import { slugFromPath } from '@/lib/article/slug'
import { decodeReferences, htmlIn } from '@/lib/front-matter/character-references'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { parsePlainPage } from '@/lib/front-matter/parse-plain-page'
import type { Problem } from '@/lib/front-matter/problem'
import { readableBody } from '@/lib/front-matter/readable-body'
import { bodyReferences } from '@/lib/markdown/body-references'
import type { SiteDefaults } from '@/lib/site/site'
import { checkBody, leftoverProblems } from './check-body'
import { dateFaults } from './check-dates'
import type { CheckedText } from './checked-text'

export type TextInput = {
  kind: 'article' | 'page'
  path: string
  bytes: Uint8Array
  site: SiteDefaults
  now: Date
}

export type ReadText = {
  /** What is wrong with the file itself. */
  problems: Problem[]
  /** What to check against the rest of the content; undefined when the text can't be read. */
  text: CheckedText | undefined
  /** Neither `article` nor `page` when the file can't be published. */
  article?: Article
  page?: PlainPage
}

/** Reads one article or page and finds every problem of the file itself. */
export function readText(input: TextInput): ReadText {
  return input.kind === 'page' ? readPage(input) : readArticle(input)
}

function readArticle(input: TextInput): ReadText {
  const parsed = parseArticle(input)
  if (!parsed.ok) return withBody(input, parsed.problems)
  const { article, problems } = parsed
  const { published, updated, expires, draft, withdrawn, tags, aliases, image } = article
  const { translationOf, title, description } = article
  const { found, text } = textOf(input, article)
  const isPublic = !draft && withdrawn === undefined
  const dates = {
    published,
    ...(updated && { updated }),
    ...(expires && { expires }),
    draft,
  }
  return {
    article,
    problems: [...problems, ...htmlProblems(input, { title, description }), ...found],
    text: {
      ...text,
      tags,
      aliases,
      ...(image && { image: image.src }),
      ...(translationOf && { translationOf }),
      isUntagged: isPublic && tags.length === 0,
      ...(dateFaults(dates, input.now).length > 0 && { dates }),
    },
  }
}

function readPage(input: TextInput): ReadText {
  const parsed = parsePlainPage(input)
  if (!parsed.ok) return withBody(input, parsed.problems)
  const { page, problems } = parsed
  const { title, description } = page
  const { found, text } = textOf(input, page)
  const html = htmlProblems(input, { title, description })
  return { page, problems: [...problems, ...html, ...found], text }
}

/** Character references and tags in fields: WordPress exports hold both. */
function htmlProblems(
  { path, bytes }: TextInput,
  fields: Record<string, string | undefined>,
): Problem[] {
  return Object.entries(fields).flatMap(([field, value = '']) => {
    const html = htmlIn(value)
    if (html === undefined) return []
    const place = fieldPlace(bytes, [field])
    const problem = `has ${JSON.stringify(html)}, which readers see as it is written`
    const fix = html.startsWith('<')
      ? 'take the tag out'
      : `write ${decodeReferences(html)}; npm run content:check -- --fix does it`
    return [{ severity: 'warning', path, ...place, field, problem, fix } as const]
  })
}

/** Reports problems of the text together with those of the fields, not only once the fields are fixed. */
function withBody(input: TextInput, problems: Problem[]): ReadText {
  const readable = readableBody(input.path, input.bytes)
  if (readable === undefined) return { problems, text: undefined }
  const slug = slugFromPath(input.path)
  const { found, text } = textOf(input, { path: input.path, slug, ...readable })
  return { problems: [...problems, ...found], text }
}

type Body = Pick<Article, 'path' | 'slug' | 'body' | 'bodyLine'>

const OUTSIDE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i

/** What is wrong with a body itself, and what it links to. */
function textOf({ kind }: TextInput, file: Body): { found: Problem[]; text: CheckedText } {
  const { path, slug, bodyLine } = file
  const references = bodyReferences(file.body)
  const links = references.links.filter(({ href }) => !OUTSIDE.test(href))
  const images = references.images.map(({ line, column, src }) => ({ line, column, src }))
  return {
    found: [...checkBody(file, references), ...leftoverProblems(file, file.body)],
    text: { kind, path, slug, bodyLine, links, images, aliases: [], tags: [], isUntagged: false },
  }
}
