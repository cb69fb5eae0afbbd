import { type Archive, theArchive } from '@/lib/archive/open'
import type { FoundDraft } from '@/lib/archive/read/read-draft'
import { readProblemsOf } from '@/lib/archive/write/problems'
import { readStoredTags } from '@/lib/archive/write/store-tags'
import type { Article } from '@/lib/article/article'
import { resolveMediaSrc } from '@/lib/article/media-src'
import { slugFromPath } from '@/lib/article/slug'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { oddCharacters } from '@/lib/front-matter/odd-characters'
import type { Problem } from '@/lib/front-matter/problem'
import { readableBody } from '@/lib/front-matter/readable-body'
import { bodyReferences } from '@/lib/markdown/body-references'
import { checkBody } from './check-body'
import { checkDates } from './check-dates'
import { checkReferences, type Known, missingImage } from './check-references'
import { tagFaults } from './check-tags'
import { knownArchive } from './known-archive'

/** All that `content:check` would say of one file, for the page on which it is being written. */
export function draftProblems(
  draft: FoundDraft,
  now: Date,
  archive: Archive = theArchive(),
): Problem[] {
  const { source, problems } = draft
  const known = knownArchive(archive)
  if (!draft.ok) return [...problems, ...bodyProblems(draft.path, source, known)]
  const { article } = draft
  const text = source.replace(/\r\n?/g, '\n')
  const references = bodyReferences(article.body)
  const locate = locator(source)
  return [
    ...problems,
    ...oddCharacters(article.path, text),
    ...checkDates(article, now, (field) => locate([field])),
    ...checkBody(article, references),
    ...checkReferences({ ...article, kind: 'article' }, known, references),
    ...leadImage(article, locate, (src) => missingImage(article.path, src, known)),
    ...tagProblems(article, locate, archive),
    ...badImages(article, references, locate, archive),
    ...readProblemsOf(archive.rows, article.path).filter(({ field }) => field === 'slug'),
  ]
}

/** What is wrong with the text of a file whose fields are wrong too. */
function bodyProblems(path: string, source: string, known: Known): Problem[] {
  const readable = readableBody(path, new TextEncoder().encode(source))
  if (readable === undefined) return []
  const references = bodyReferences(readable.body)
  const file = { path, slug: slugFromPath(path), kind: 'article' as const, ...readable }
  return [...checkBody(file, references), ...checkReferences(file, known, references)]
}

type Locate = (keys: readonly PropertyKey[]) => { line: number; column: number }

function locator(source: string): Locate {
  const bytes = new TextEncoder().encode(source)
  return (keys) => fieldPlace(bytes, keys)
}

type Words = { problem: string; fix: string }

function leadImage(
  { path, image }: Article,
  locate: Locate,
  missing: (src: string) => Words | undefined,
): Problem[] {
  const words = image && missing(image.src)
  const field = 'image.src'
  return words ? [{ severity: 'error', path, field, ...locate(['image', 'src']), ...words }] : []
}

function tagProblems({ path, tags }: Article, locate: Locate, archive: Archive): Problem[] {
  return tagFaults(tags, readStoredTags(archive.rows)).map(({ index, ...words }) => ({
    severity: 'warning',
    path,
    field: `tags[${index}]`,
    ...locate(['tags', index]),
    ...words,
  }))
}

/** What was wrong with the images' own files when they were read. */
function badImages(
  article: Article,
  { images }: ReturnType<typeof bodyReferences>,
  locate: Locate,
  archive: Archive,
): Problem[] {
  const { path, image, bodyLine } = article
  const inBody = images.map(({ src, line, column }) => ({
    ...{ src, line: line + bodyLine - 1, column, field: 'body' },
  }))
  const lead = image ? [{ src: image.src, ...locate(['image', 'src']), field: 'image.src' }] : []
  return [...lead, ...inBody].flatMap(({ src, ...place }) => {
    const name = resolveMediaSrc(path, src)
    const found = name === undefined ? [] : readProblemsOf(archive.rows, name)
    return found.map(({ severity, problem, fix }) => ({
      ...{ severity, path, ...place, problem: `${name} ${problem}`, fix },
    }))
  })
}
