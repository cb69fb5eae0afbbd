import { resolveMediaSrc } from '@/lib/article/media-src'
import type { ImageFault } from '@/lib/content/image-facts'
import { findImageFault } from '@/lib/content/measure-image'
import type { Problem } from '@/lib/front-matter/problem'
import { findNearDuplicates } from '@/lib/language/near-duplicates'
import { checkArticle } from './check-article'
import { checkFolder } from './check-folder'
import { checkSettings, type Settings } from './check-settings'
import type { CheckedArticle } from './checked-file'
import { type CheckedFolder, knownFolder } from './known-folder'

/** What is wrong between files: clashing addresses, dead links, missing images, unknown tags, texts that appear twice. */
export async function checkTogether(
  folder: CheckedFolder & Settings,
  now: Date,
): Promise<Problem[]> {
  const known = knownFolder(folder, await imageFaults(folder))
  const texts = folder.checked.flatMap(({ text }) => (text ? [text] : []))
  const articles = folder.checked.flatMap(({ article }) => (article ? [article] : []))
  const pages = folder.checked.flatMap(({ page }) => (page ? [page] : []))
  const clashes = checkFolder(articles, pages, known.placeOf)
  return [
    ...clashes,
    ...texts.flatMap((text) => checkArticle(text, known, now)),
    ...duplicates(articles),
    ...checkSettings(folder, { sections: folder.site?.sections, known, now }),
  ]
}

/** Checks the images that a text shows, each once, however many articles show it. */
async function imageFaults({ files, checked }: CheckedFolder): Promise<Map<string, ImageFault>> {
  const shown = new Set(
    checked.flatMap(({ path, text }) => {
      const sources = text?.images.map(({ src }) => src) ?? []
      const lead = text?.image === undefined ? [] : [text.image]
      return [...lead, ...sources].map((src) => resolveMediaSrc(path, src))
    }),
  )
  const faults = new Map<string, ImageFault>()
  for (const file of files) {
    const path = file.path.normalize('NFC')
    if (file.kind !== 'media' || !shown.has(path)) continue
    const fault = await findImageFault(file)
    if (fault) faults.set(path, fault)
  }
  return faults
}

function duplicates(articles: readonly CheckedArticle[]): Problem[] {
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
