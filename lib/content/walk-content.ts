import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@/lib/front-matter/problem'
import { type FileKind, fileKind, isPassedOver, isServed, isStray, pathOf } from './file-kind'
import { fileProblem, refusedEntry, strayFile } from './file-problem'
import { type Fingerprint, fingerprintOf } from './fingerprint'
import { unreadableNames } from './unreadable-names'

/** `other` is a file beside the content that the site makes nothing of; a link to it still leads to a file. */
export type ContentFile = Fingerprint & { name: string; kind: FileKind | 'other' }

/** One folder, by its path below the content folder. The files of an unreadable folder are unknown, not gone. */
export type ContentFolder = {
  dir: string
  files: ContentFile[]
  problems: Problem[]
  isReadable: boolean
}

/** Deeper than any sensible archive; stops at a folder that is mounted inside itself. */
export const MAX_DEPTH = 24

const NO_SITE = fileProblem(
  'site.yaml',
  'is missing, so the site has no name, and dates without an offset are read as UTC',
  'write a site.yaml with name, description, lang and timeZone',
)

/**
 * Walks the content folder by stat, one folder at a time in order of name, and reads no file. The server and all commands
 * use this one listing, which gives a problem for everything that it refuses. Throws when the content folder itself can't
 * be read.
 */
export function* walkContent(contentDir: string): Generator<ContentFolder> {
  const root = realpathSync(contentDir)
  readdirSync(root)
  yield* walkFolder(root, '')
}

function* walkFolder(root: string, dir: string): Generator<ContentFolder> {
  const { below, ...folder } = listFolder(root, dir)
  if (dir === '' && !folder.files.some(({ kind }) => kind === 'site')) folder.problems.push(NO_SITE)
  const depth = dir === '' ? 0 : dir.split('/').length
  if (depth < MAX_DEPTH) {
    yield folder
    for (const name of below) yield* walkFolder(root, pathOf({ dir, name }))
    return
  }
  const problem = `is more than ${MAX_DEPTH} folders deep`
  const tooDeep = below.map((name) => fileProblem(pathOf({ dir, name }), problem, 'move it up'))
  yield { ...folder, problems: [...folder.problems, ...tooDeep] }
}

function listFolder(root: string, dir: string): ContentFolder & { below: string[] } {
  const folder = {
    dir,
    files: [] as ContentFile[],
    problems: [] as Problem[],
    below: [] as string[],
    isReadable: true,
  }
  const absolute = path.join(root, dir)
  const entries = entriesOf(absolute)
  if (entries === undefined) {
    const unreadable = fileProblem(
      dir,
      'is a folder that can’t be read',
      'make it readable for the server and for you',
    )
    return { ...folder, problems: [unreadable], isReadable: false }
  }
  for (const entry of entries) addEntry(folder, root, entry)
  for (const shown of unreadableNames(absolute, entries)) {
    const fix = 'rename it, or check it out again where names are UTF-8'
    folder.problems.push(
      fileProblem(pathOf({ dir, name: shown }), 'has a name that is not UTF-8', fix),
    )
  }
  return folder
}

/** In order of name. A folder that vanishes during the walk is empty, one that can't be read undefined. */
function entriesOf(folder: string): Dirent[] | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? [] : undefined
  }
}

function addEntry(folder: ContentFolder & { below: string[] }, root: string, entry: Dirent): void {
  const { name } = entry
  if (isPassedOver(name)) return
  const below = pathOf({ dir: folder.dir, name })
  if (entry.isDirectory()) {
    folder.below.push(name)
    return
  }
  const fault = entry.isSymbolicLink() ? linkFault(root, below) : undefined
  if (fault) folder.problems.push(fault)
  else if (entry.isFile() || entry.isSymbolicLink()) addFile(folder, root, below, name)
  else folder.problems.push(refusedEntry(below, entry))
}

function addFile(folder: ContentFolder, root: string, below: string, name: string): void {
  if (isStray(below)) folder.problems.push(strayFile(below))
  const kind = fileKind(below) ?? (isServed(folder.dir) ? 'other' : undefined)
  if (kind === undefined) return
  const stat = statSync(path.join(root, below), { throwIfNoEntry: false })
  // A file that vanishes between the two calls, as in a git checkout, is left to the next walk.
  if (stat?.isFile()) folder.files.push({ name, kind, ...fingerprintOf(stat) })
}

/**
 * Follows a link to a file within the content folder, but never one to a folder (which may be a loop) or out of the content
 * folder.
 */
function linkFault(root: string, below: string): Problem | undefined {
  let target: string
  try {
    target = realpathSync(path.join(root, below))
  } catch {
    return fileProblem(
      below,
      'is a symbolic link that leads nowhere or in a circle',
      'remove it, or put the file itself there',
    )
  }
  const isInside = target === root || target.startsWith(root + path.sep)
  const stat = isInside ? lstatSync(target, { throwIfNoEntry: false }) : undefined
  if (stat?.isFile()) return undefined
  if (!isInside)
    return fileProblem(
      below,
      'is a symbolic link out of the content folder',
      'put the file itself there',
    )
  if (stat?.isDirectory())
    return fileProblem(below, 'is a symbolic link to a folder', 'put the folder itself there')
  return fileProblem(
    below,
    'is a symbolic link to something other than a regular file',
    'remove it',
  )
}
