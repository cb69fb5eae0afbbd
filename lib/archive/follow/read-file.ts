import { createHash } from 'node:crypto'
import path from 'node:path'
import { type CanonicalTag, canonicalNames } from '@/lib/article/canonical-tags'
import { readText } from '@/lib/check/check-text'
import { type CheckedText, looksElsewhere } from '@/lib/check/checked-text'
import { pathOf } from '@/lib/content/file-kind'
import { hashImage, measureImage } from '@/lib/content/measure-image'
import { readScannedFile } from '@/lib/content/read-content-file'
import { parseSetting } from '@/lib/front-matter/parse-setting'
import { parseSite } from '@/lib/front-matter/parse-site'
import { parseTags } from '@/lib/front-matter/parse-tags'
import type { Problem } from '@/lib/front-matter/problem'
import type { SiteDefaults } from '@/lib/site/site'
import { indexArticle } from './index-article'
import type { NewSpellings } from './new-spellings'
import type { FileContent, FileReading, SeenFile } from './reading'

/**
 * Where the files are, the site's defaults for what files leave out, the canonical tags with their synonyms, and when the
 * reading began.
 */
export type ReadingPlace = {
  contentDir: string
  site: SiteDefaults
  tags: readonly CanonicalTag[]
  now: Date
}

/**
 * Reads a file that the scan saw and makes what the archive keeps of it. A caller that reads many files passes the same
 * `spellings` each time.
 */
export async function readFile(
  place: ReadingPlace,
  file: SeenFile,
  spellings: NewSpellings,
): Promise<FileReading> {
  const below = pathOf(file)
  const absolute = path.join(place.contentDir, below)
  const unread = (content: FileContent, problems: Problem[] = []): FileReading => ({
    ...{ state: 'read', file, hash: '', content, problems },
  })
  if (file.kind === 'other') return unread({ kind: 'other' })
  if (file.kind === 'media') return unread(await readImage(absolute))
  const read = readScannedFile({ path: below, absolute }, file)
  if (read === 'changing') return { state: 'changing', file }
  if (!read.ok) return unread(NOTHING, [read.problem])
  const { bytes } = read
  const hash = hashOf(bytes)
  if (hash === file.hash) return { state: 'same', file, hash }
  return {
    state: 'read',
    file,
    hash,
    ...parse(file.kind, { path: below, bytes }, place, spellings),
  }
}

/** Tells contents apart; nothing depends on its being hard to forge. */
const hashOf = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest('base64')

const NOTHING: FileContent = { kind: 'nothing' }

async function readImage(absolute: string): Promise<FileContent> {
  const measured = await measureImage(absolute)
  if (!measured.ok) return { kind: 'bad-image', fault: measured.fault }
  return { kind: 'media', image: { ...measured.image, hash: await hashImage(absolute) } }
}

type Parsed = Pick<Extract<FileReading, { state: 'read' }>, 'content' | 'problems' | 'text'>

function parse(
  kind: Exclude<SeenFile['kind'], 'media' | 'other'>,
  input: { path: string; bytes: Uint8Array },
  place: ReadingPlace,
  spellings: NewSpellings,
): Parsed {
  if (kind === 'site') {
    const parsed = parseSite(input)
    const { problems } = parsed
    return { content: parsed.ok ? { kind, site: parsed.site } : NOTHING, problems }
  }
  if (kind === 'tags') {
    const parsed = parseTags(input)
    const { problems } = parsed
    return { content: parsed.ok ? { kind, tags: parsed.tags } : NOTHING, problems }
  }
  if (kind !== 'article' && kind !== 'page') {
    const parsed = parseSetting(kind, input)
    const { problems } = parsed
    return { content: parsed.ok ? { kind, value: JSON.stringify(parsed.data) } : NOTHING, problems }
  }
  const { site, now } = place
  const { article, page, problems, text } = readText({ kind, ...input, site, now })
  const kept = text && keptForm(text, place.tags.length > 0)
  if (page) {
    const { slug, path, title } = page
    const indexed = { slug, path, title, page: JSON.stringify(page) }
    return { content: { kind: 'page', indexed }, problems, ...kept }
  }
  if (article === undefined) return { content: NOTHING, problems, ...kept }
  const named = canonicalNames(article.tags, place.tags)
  const indexed = indexArticle({ ...article, tags: named.tags }, named.synonyms, spellings)
  return { content: { kind: 'article', indexed }, problems, ...kept }
}

/** A text with tags is kept even while tags.yaml names none: when tags.yaml changes, its tags are checked again. */
function keptForm(text: CheckedText, hasTags: boolean): Pick<Parsed, 'text'> {
  if (!looksElsewhere(text, true)) return {}
  const isDue = looksElsewhere(text, hasTags)
  return { text: { kept: JSON.stringify(text), isDue, tags: text.tags } }
}
