import { readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** The repository that a content folder is part of, named to git in full: git never looks for one itself. */
export const repository = z.object({
  gitDir: z.string(),
  workTree: z.string(),
  /** The content folder's path below the work tree as the disk has it, with a slash at its end; '' for the work tree. */
  prefix: z.string(),
})
export type Repository = z.output<typeof repository>

const found = new Map<string, Repository | undefined>()

/**
 * The repository of a content folder, found once for each real folder: what is laid into that folder while the server
 * runs is never taken for it, and where it has gone git says so, instead of another one above it being taken.
 */
export function repositoryOf(contentDir: string): Repository | undefined {
  const folder = realPath(contentDir)
  if (folder === undefined) return undefined
  if (!found.has(folder)) found.set(folder, locateRepository(folder))
  return found.get(folder)
}

/** The same, found now. Only reads names and `.git` files. */
export function locateRepository(contentDir: string): Repository | undefined {
  const folder = realPath(contentDir)
  const located = folder === undefined ? undefined : locate(folder)
  if (folder === undefined || located === undefined) return undefined
  const below = path.relative(located.workTree, folder).split(path.sep).join('/')
  return { ...located, prefix: below === '' ? '' : `${below}/` }
}

type Located = Pick<Repository, 'gitDir' | 'workTree'>

/** The nearest `.git`, whatever state it is in: git itself would pass over a damaged one and take another above it. */
function locate(folder: string): Located | undefined {
  const parent = path.dirname(folder)
  const above = () => (parent === folder ? undefined : locate(parent))
  const git = path.join(folder, '.git')
  const stat = statSync(git, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return { gitDir: git, workTree: folder }
  if (!stat?.isFile()) return above()
  // Of a worktree or a submodule, whose repository lies elsewhere.
  const named = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8'))?.[1]?.trim()
  const gitDir = named === undefined ? git : path.resolve(folder, named)
  const outer = above()
  return isPushable(gitDir, folder, outer) ? outer : { gitDir, workTree: folder }
}

/** Whether a `.git` file leads to a folder among the files of a work tree, which a push can write. */
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
