import { realpathSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@/lib/front-matter/problem'
import { pathOf } from './file-kind'
import { fileProblem } from './file-problem'
import { type ContentFile, walkContent } from './walk-content'

/** `path` is below the content folder, with forward slashes, as the file system spells it. */
export type ListedFile = Pick<ContentFile, 'kind' | 'size'> & { path: string; absolute: string }

export type ContentListing = { files: ListedFile[]; problems: Problem[] }

/** All files of the content folder in order of path, and the problems of those it refuses. */
export function listContent(contentDir: string): ContentListing {
  const listing: ContentListing = { files: [], problems: [] }
  try {
    const root = realpathSync(contentDir)
    for (const { dir, files, problems } of walkContent(root)) {
      listing.problems.push(...problems)
      for (const { name, kind, size } of files) {
        const below = pathOf({ dir, name })
        listing.files.push({ path: below, absolute: path.join(root, below), kind, size })
      }
    }
  } catch {
    const problem = `the folder ${contentDir} can’t be read`
    listing.problems.push(fileProblem('.', problem, 'check CONTENT_DIR'))
  }
  listing.files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return listing
}

/** The files of one kind. */
export const filesOf = ({ files }: ContentListing, kind: ContentFile['kind']) =>
  files.filter((file) => file.kind === kind)
