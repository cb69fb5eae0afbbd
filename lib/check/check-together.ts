import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { resolveMediaSrc } from '@/lib/article/media-src'
import type { ContentFile } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content'
import { fieldPlace } from '@/lib/front-matter/field-place'
import type { Problem } from '@/lib/front-matter/problem'
import { findNearDuplicates } from '@/lib/related/near-duplicates'
import { PAGE } from './check-file'
import { checkFolder } from './check-folder'
import { type ImageFault, imageFault } from './check-images'
import { checkReferences, type Known, missingImage } from './check-references'
import { tagFaults, untaggedFault } from './check-tags'
import type { CheckedArticle, CheckedFile } from './checked-file'
import { knownFolder } from './known-folder'

export type CheckedFolder = {
  files: readonly ContentFile[]
  checked: readonly CheckedFile[]
  tags: readonly CanonicalTag[]
}

type Words = Pick<Problem, 'severity' | 'field' | 'problem' | 'fix'>
type Placed = CheckedArticle & { path: string }

/** What is wrong between files: clashing addresses, dead links, images, tags, texts that stand there twice. */
export async function checkTogether(folder: CheckedFolder): Promise<Problem[]> {
  const byPath = new Map(folder.files.map((file) => [file.path.normalize('NFC'), file]))
  const placed = placer(byPath)
  const known = knownFolder(folder)
  const articles = folder.checked.flatMap(({ path, article }) =>
    article ? [{ path, ...article }] : [],
  )
  const pages = folder.checked.flatMap(({ path, page }) => (page ? [{ path, ...page }] : []))
  const images = new Images(byPath)
  const problems = checkFolder(articles, pages).map((problem) => placed(problem.path, problem))
  const usesTags = folder.tags.length > 0 || articles.some(({ tags }) => tags.length > 0)
  for (const file of articles) {
    problems.push(...checkReferences({ ...file, kind: 'article' }, known, file.references))
    problems.push(...(await images.check(file)))
    problems.push(...(await frontImage(file, known, images)).map((p) => placed(file.path, p)))
    for (const { index, ...words } of tagFaults(file.tags, folder.tags)) {
      placedTag(words, `tags[${index}]`, file.path)
    }
    if (usesTags && file.tags.length === 0 && file.isPublic) {
      const fault = untaggedFault(file, folder.tags)
      if (fault) placedTag(fault, 'tags', file.path)
    }
  }
  const broken = folder.checked.flatMap((file) =>
    file.broken ? [{ path: file.path, ...file.broken }] : [],
  )
  for (const file of [...pages, ...broken]) {
    const kind = PAGE.test(file.path) ? 'page' : 'article'
    problems.push(...checkReferences({ ...file, kind }, known, file.references))
    problems.push(...(await images.check(file)))
  }
  return [...problems, ...duplicates(articles)]

  function placedTag(words: { problem: string; fix: string }, field: string, path: string) {
    problems.push(placed(path, { severity: 'warning', field, ...words }))
  }
}

/** The image of the front matter: whether it is there, and what it is. */
async function frontImage({ path, image }: Placed, known: Known, images: Images): Promise<Words[]> {
  if (image === undefined) return []
  const missing = missingImage(path, image, known)
  if (missing) return [{ severity: 'error', field: 'image.src', ...missing }]
  const fault = await images.fault(path, image)
  return fault ? [{ field: 'image.src', ...fault }] : []
}

/** Each image of the folder is looked at once, however many articles show it. */
class Images {
  readonly #faults = new Map<string, Promise<ImageFault | undefined>>()

  constructor(private readonly files: ReadonlyMap<string, ContentFile>) {}

  fault(path: string, src: string): Promise<ImageFault | undefined> {
    const resolved = resolveMediaSrc(path, src) ?? ''
    const known = this.#faults.get(resolved)
    if (known) return known
    const file = this.files.get(resolved)
    const fault = file ? imageFault(file) : Promise.resolve(undefined)
    this.#faults.set(resolved, fault)
    return fault
  }

  async check({
    path,
    bodyLine,
    references,
  }: Pick<Placed, 'path' | 'bodyLine' | 'references'>): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const { src, line, column } of references.images) {
      const fault = await this.fault(path, src)
      if (fault) {
        problems.push({ path, line: line + bodyLine - 1, column, field: 'body', ...fault })
      }
    }
    return problems
  }
}

/** Problems that are found after parsing get the place of their field from the file. */
function placer(files: ReadonlyMap<string, ContentFile>) {
  return (path: string, { severity, field, problem, fix }: Words): Problem => {
    const words = { severity, path, field, problem, fix }
    const file = files.get(path.normalize('NFC'))
    const read = file && field !== 'slug' ? readContentFile(file) : undefined
    const keys = field.split(/[.[\]]+/).filter((key) => key !== '')
    const typed = keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    return { ...words, ...(read?.ok ? fieldPlace(read.bytes, typed) : { line: 1, column: 1 }) }
  }
}

function duplicates(articles: readonly Placed[]): Problem[] {
  const texts = articles.filter(({ isPublic, isCopy }) => isPublic && !isCopy)
  return findNearDuplicates(texts).map(({ a, b, share }) => ({
    severity: 'warning',
    path: b,
    line: 1,
    column: 1,
    field: 'file',
    problem: `has the text of ${a}, ${Math.round(share * 100)}% of it`,
    fix: 'remove one of the two, or give the later one a canonical address',
  }))
}
