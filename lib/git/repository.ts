import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

/** The repository that contains a content folder; git is given its full paths and never searches for one itself. */
export const repository = z.object({
  gitDir: z.string(),
  workTree: z.string(),
  /** The content folder's path below the work tree, spelt as on disk, with a trailing slash; '' for the work tree itself. */
  prefix: z.string(),
})
export type Repository = z.output<typeof repository>

const found = new Map<string, Repository | undefined>()

/**
 * The repository of a content folder, found once for each real folder. A repository placed inside that folder while the
 * server runs is never mistaken for it; if the repository vanishes, git reports that and doesn't use another one further
 * up.
 */
export function repositoryOf(contentDir: string): Repository | undefined {
  const folder = realPath(contentDir)
  if (folder === undefined) return undefined
  if (!found.has(folder)) found.set(folder, locateRepository(folder))
  return found.get(folder)
}

/** The same without the cache. Reads only names and `.git` files. */
export function locateRepository(contentDir: string): Repository | undefined {
  const folder = realPath(contentDir)
  const located = folder === undefined ? undefined : locate(folder)
  if (folder === undefined || located === undefined) return undefined
  const below = path.relative(located.workTree, folder).split(path.sep).join('/')
  return { ...located, prefix: below === '' ? '' : `${below}/` }
}

type Located = Pick<Repository, 'gitDir' | 'workTree'>

/** The nearest `.git`, even a damaged one: git itself would ignore that and use another one further up. */
function locate(folder: string): Located | undefined {
  const parent = path.dirname(folder)
  const above = () => (parent === folder ? undefined : locate(parent))
  const git = path.join(folder, '.git')
  const stat = statSync(git, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return { gitDir: git, workTree: folder }
  if (!stat?.isFile()) return above()
  // A worktree or a submodule, whose repository is elsewhere.
  const named = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8'))?.[1]?.trim()
  const gitDir = named === undefined ? git : path.resolve(folder, named)
  const outer = above()
  return isPushable(gitDir, folder, outer) ? outer : { gitDir, workTree: folder }
}

/** Whether a `.git` file points to a folder among the files of a work tree, which a push can write. */
function isPushable(gitDir: string, folder: string, outer: Located | undefined): boolean {
  const real = realPath(gitDir) ?? gitDir
  if (real === path.join(folder, '.git')) return false
  if (isWithin(real, folder)) return true
  return outer !== undefined && isWithin(real, outer.workTree) && !isWithin(real, outer.gitDir)
}

const isWithin = (file: string, folder: string) =>
  `${file}${path.sep}`.startsWith(folder + path.sep)

function realPath(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}

/** A path of the repository as a path below the content folder, both in Unicode form NFC. */
export const belowContent = ({ prefix }: Repository, file: string) =>
  file.normalize('NFC').slice(prefix.normalize('NFC').length)
