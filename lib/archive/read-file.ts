import { MAX_FILE_BYTES } from '@/lib/article/decode-text'
import { parseArticle } from '@/lib/article/parse-article'
import { parsePlainPage } from '@/lib/article/parse-plain-page'
import { parseSite } from '@/lib/article/parse-site'
import type { PlainPage } from '@/lib/article/plain-page'
import type { Problem } from '@/lib/article/problem'
import type { Site } from '@/lib/site'
import { fileProblem } from './file-problem'
import { type IndexedArticle, indexArticle } from './index-article'
import { type ImageSize, measureImage } from './measure-image'
import { readWhole } from './read-whole'
import { pathOf, type SeenFile } from './scan'

/** What a file says. `nothing` is a file with an error: what the archive already holds of it stays. */
export type FileContent =
  | { kind: 'article'; indexed: IndexedArticle }
  | { kind: 'page'; page: PlainPage }
  | { kind: 'site'; site: Site }
  | { kind: 'media'; image: ImageSize }
  | { kind: 'nothing' }

export type FileReading =
  | { state: 'changing' }
  /** Its contents are those that the archive has read already. */
  | { state: 'same'; file: SeenFile; hash: string }
  | { state: 'read'; file: SeenFile; hash: string; content: FileContent; problems: Problem[] }

export type KnownAs = { hash: string | undefined; timeZone: string }

/** Reads one file of the content folder that the scan saw, and makes of it what the archive keeps. */
export async function readFile(
  absolute: string,
  file: SeenFile,
  known: KnownAs,
): Promise<FileReading> {
  const path = pathOf(file)
  const failed = (hash: string, problem: Problem): FileReading => ({
    state: 'read',
    file,
    hash,
    content: { kind: 'nothing' },
    problems: [problem],
  })
  if (file.kind === 'media') return readImage(absolute, file)
  if (file.size > MAX_FILE_BYTES) {
    const problem = `has ${file.size} bytes, more than the ${MAX_FILE_BYTES} allowed`
    return failed('', fileProblem(path, problem, 'split it, or take out data'))
  }
  const whole = readWhole(absolute, file)
  if (whole.state === 'changing') return { state: 'changing' }
  if (whole.state === 'unreadable') {
    const problem = `can't be read (${whole.reason})`
    return failed('', fileProblem(path, problem, 'let the server read it'))
  }
  const { bytes, hash } = whole
  if (hash === known.hash) return { state: 'same', file, hash }
  const { content, problems } = parse(file.kind, { path, bytes, site: known })
  return { state: 'read', file, hash, content, problems }
}

type Input = { path: string; bytes: Uint8Array; site: Pick<Site, 'timeZone'> }

function parse(kind: 'article' | 'page' | 'site', input: Input) {
  const nothing: FileContent = { kind: 'nothing' }
  if (kind === 'site') {
    const parsed = parseSite(input)
    return parsed.ok
      ? { content: { kind, site: parsed.site } satisfies FileContent, problems: [] }
      : { content: nothing, problems: parsed.problems }
  }
  if (kind === 'page') {
    const parsed = parsePlainPage(input)
    const { problems } = parsed
    const content: FileContent = parsed.ok ? { kind, page: parsed.page } : nothing
    return { content, problems }
  }
  const parsed = parseArticle(input)
  const { problems } = parsed
  const content: FileContent = parsed.ok ? { kind, indexed: indexArticle(parsed.article) } : nothing
  return { content, problems }
}

/** An image is known by size and times alone: nothing of its pixels is kept, and it may be large. */
async function readImage(absolute: string, file: SeenFile): Promise<FileReading> {
  const measured = await measureImage(absolute)
  const path = pathOf(file)
  return measured === undefined
    ? {
        state: 'read',
        file,
        hash: '',
        content: { kind: 'nothing' },
        problems: [
          fileProblem(
            path,
            'is no image that can be shown',
            'save it as JPEG, PNG, WebP, AVIF or GIF',
          ),
        ],
      }
    : { state: 'read', file, hash: '', content: { kind: 'media', image: measured }, problems: [] }
}
