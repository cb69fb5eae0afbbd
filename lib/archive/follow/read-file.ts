import path from 'node:path'
import { type CanonicalTag, canonicalNames } from '@/lib/article/canonical-tags'
import { pathOf } from '@/lib/content/content-files'
import { fileProblem } from '@/lib/content/file-problem'
import { hashImage, measureImage } from '@/lib/content/measure-image'
import { readWhole } from '@/lib/content/read-whole'
import { MAX_FILE_BYTES } from '@/lib/front-matter/decode-text'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { parsePlainPage } from '@/lib/front-matter/parse-plain-page'
import { parseSite } from '@/lib/front-matter/parse-site'
import { parseTags } from '@/lib/front-matter/parse-tags'
import type { Problem } from '@/lib/front-matter/problem'
import { indexArticle } from './index-article'
import type { NewSpellings } from './new-spellings'
import type { FileContent, FileReading, SeenFile } from './reading'

/** Where files are, the time zone of dates without an offset, and the tags that have one name for several. */
export type ReadingPlace = { contentDir: string; timeZone: string; tags: readonly CanonicalTag[] }

/**
 * Reads one file of the content folder that the scan saw, and makes of it what the archive keeps. Whoever reads many
 * hands in the same `spellings` each time.
 */
export async function readFile(
  place: ReadingPlace,
  file: SeenFile,
  spellings: NewSpellings,
): Promise<FileReading> {
  const below = pathOf(file)
  const absolute = path.join(place.contentDir, below)
  const failed = (problem: string, fix: string): FileReading => ({
    state: 'read',
    file,
    hash: '',
    content: { kind: 'nothing' },
    problems: [fileProblem(below, problem, fix)],
  })
  if (file.kind === 'media') {
    const measured = await measureImage(absolute)
    if (!measured.ok) return failed(measured.problem, measured.fix)
    const image = { ...measured.image, hash: await hashImage(absolute) }
    return { state: 'read', file, hash: '', content: { kind: 'media', image }, problems: [] }
  }
  if (file.size > MAX_FILE_BYTES) {
    const problem = `has ${file.size} bytes, more than the ${MAX_FILE_BYTES} allowed`
    return failed(problem, 'split it, or take out data')
  }
  const whole = readWhole(absolute, file)
  if (whole.state === 'changing') return { state: 'changing', file }
  if (whole.state === 'unreadable') {
    return failed(`can't be read (${whole.reason})`, 'let the server read it')
  }
  const { bytes, hash } = whole
  if (hash === file.hash) return { state: 'same', file, hash }
  const input = { path: below, bytes, site: { timeZone: place.timeZone } }
  return { state: 'read', file, hash, ...parse(file.kind, input, place.tags, spellings) }
}

type Input = Parameters<typeof parseArticle>[0]
type Parsed = { content: FileContent; problems: Problem[] }

function parse(
  kind: 'article' | 'page' | 'site' | 'tags',
  input: Input,
  tags: readonly CanonicalTag[],
  spellings: NewSpellings,
): Parsed {
  const nothing: FileContent = { kind: 'nothing' }
  if (kind === 'site') {
    const parsed = parseSite(input)
    if (parsed.ok) return { content: { kind, site: parsed.site }, problems: [] }
    return { content: nothing, problems: parsed.problems }
  }
  if (kind === 'tags') {
    const parsed = parseTags(input)
    if (parsed.ok) return { content: { kind, tags: parsed.tags }, problems: [] }
    return { content: nothing, problems: parsed.problems }
  }
  if (kind === 'page') {
    const parsed = parsePlainPage(input)
    const { problems } = parsed
    if (!parsed.ok) return { content: nothing, problems }
    const { slug, path, title } = parsed.page
    const indexed = { slug, path, title, page: JSON.stringify(parsed.page) }
    return { content: { kind, indexed }, problems }
  }
  const parsed = parseArticle(input)
  const { problems } = parsed
  if (!parsed.ok) return { content: nothing, problems }
  const named = canonicalNames(parsed.article.tags, tags)
  const article = { ...parsed.article, tags: named.tags }
  return { content: { kind, indexed: indexArticle(article, named.synonyms, spellings) }, problems }
}
