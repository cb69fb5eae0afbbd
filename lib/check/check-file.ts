import type { Article } from '@/lib/article/article'
import { slugFromPath, slugify } from '@/lib/article/slug'
import type { ContentFile } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content'
import { decodeText } from '@/lib/front-matter/decode-text'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { oddCharacters } from '@/lib/front-matter/odd-characters'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { parsePlainPage } from '@/lib/front-matter/parse-plain-page'
import { readableBody } from '@/lib/front-matter/readable-body'
import { bodyReferences } from '@/lib/markdown/body-references'
import { plainText } from '@/lib/markdown/plain-text'
import { checkBody } from './check-body'
import { checkDates } from './check-dates'
import type { CheckedArticle, CheckedFile } from './checked-file'

export const ARTICLE = /^articles\/.*\.md$/
export const PAGE = /^pages\/[^/]*\.md$/

export type CheckPlace = { timeZone: string; now: Date }

/** Everything that one article or page says, and that is wrong with it by itself. */
export function checkFile(
  { timeZone, now }: CheckPlace,
  { path, absolute }: Pick<ContentFile, 'path' | 'absolute'>,
): CheckedFile {
  const read = readContentFile({ path, absolute })
  if (!read.ok) return { path, problems: [read.problem] }
  const { bytes } = read
  const input = { path, bytes, site: { timeZone } }
  const decoded = decodeText(path, bytes)
  const odd = decoded.ok ? oddCharacters(path, decoded.text) : []
  if (PAGE.test(path)) {
    const parsed = parsePlainPage(input)
    const problems = [...parsed.problems, ...odd]
    if (!parsed.ok) return withBody({ path, problems }, bytes)
    const { slug, bodyLine, body } = parsed.page
    const references = bodyReferences(body)
    problems.push(...checkBody(parsed.page, references))
    return { path, problems, page: { slug, bodyLine, references } }
  }
  const parsed = parseArticle(input)
  const problems = [...parsed.problems, ...odd]
  if (!parsed.ok) return withBody({ path, problems }, bytes)
  const { article } = parsed
  const references = bodyReferences(article.body)
  const dates = checkDates(article, now, (field) => fieldPlace(bytes, [field]))
  problems.push(...dates, ...checkBody(article, references))
  return { path, problems, article: factsOf(article, references) }
}

/** Mistakes of the text are told together with those of the fields, not after these are mended. */
function withBody({ path, problems }: CheckedFile, bytes: Uint8Array): CheckedFile {
  const readable = readableBody(path, bytes)
  if (readable === undefined) return { path, problems }
  const { body, bodyLine } = readable
  const references = bodyReferences(body)
  problems.push(...checkBody({ path, body, bodyLine }, references))
  return { path, problems, broken: { slug: slugFromPath(path), bodyLine, references } }
}

function factsOf(
  article: Article,
  { links, images }: CheckedArticle['references'],
): CheckedArticle {
  const { slug, title, bodyLine, aliases, tags, image, lang, body, draft, withdrawn } = article
  const isPublic = !draft && withdrawn === undefined
  return {
    slug,
    title,
    bodyLine,
    aliases,
    tags,
    lists: isPublic ? listsOf(article) : [],
    ...(image && { image: image.src }),
    ...(lang !== undefined && { lang }),
    isPublic,
    isCopy: article.canonical !== undefined,
    references: { links, images },
    text: plainText(body),
  }
}

function listsOf({ tags, authors, source, section }: Article): string[] {
  return [
    ...tags.map((name) => `/tags/${slugify(name)}`),
    ...authors.map((name) => `/authors/${slugify(name)}`),
    ...(source ? [`/sources/${slugify(source.name)}`] : []),
    ...(section === undefined ? [] : [`/sections/${slugify(section)}`]),
  ]
}
