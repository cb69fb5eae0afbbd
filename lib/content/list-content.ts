import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import nodePath from 'node:path'
import type { Problem } from '@/lib/front-matter/problem'
import { isHidden } from './content-files'

export type ContentFile = {
  /** Below the content folder, with forward slashes, as the file system spells it. */
  path: string
  absolute: string
  size: number
  mtimeMs: number
  ino: number
}

export type ContentListing = { files: ContentFile[]; problems: Problem[] }

/** Folders within each other; far above any archive by year, month and day. */
const MAX_DEPTH = 32

/**
 * Every regular file below the content folder (not those whose name begins with a dot), in order of path. Symbolic links
 * may point within the folder; one that leaves it, a loop, a FIFO, a socket or a device is refused by name.
 */
export function listContentFiles(contentDir: string): ContentListing {
  const listing: ContentListing = { files: [], problems: [] }
  const root = readRoot(contentDir)
  if (root === undefined) {
    listing.problems.push(
      refused('.', `the folder ${contentDir} can't be read`, 'check CONTENT_DIR'),
    )
    return listing
  }
  walk({ absolute: root, path: '', real: [root] }, root, listing)
  listing.files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return listing
}

/** `real` holds the real paths of the folders that lead here: a link back to one of them is a loop. */
type Folder = { absolute: string; path: string; real: readonly string[] }

function readRoot(contentDir: string): string | undefined {
  try {
    const root = realpathSync(contentDir)
    return statSync(root).isDirectory() ? root : undefined
  } catch {
    return undefined
  }
}

function walk(folder: Folder, root: string, listing: ContentListing): void {
  for (const entry of entriesOf(folder, listing)) {
    if (isHidden(entry.name) || entry.name === 'node_modules') continue
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
    const absolute = nodePath.join(folder.absolute, entry.name)
    if (entry.isSymbolicLink()) followLink({ absolute, path, real: folder.real }, root, listing)
    else if (entry.isDirectory())
      enter({ absolute, path, real: folder.real }, absolute, root, listing)
    else if (entry.isFile()) addFile(path, absolute, listing)
    else listing.problems.push(refused(path, `is ${kindOf(entry)}, not a file`, 'remove it'))
  }
}

function entriesOf(folder: Folder, listing: ContentListing): Dirent[] {
  try {
    return readdirSync(folder.absolute, { withFileTypes: true })
  } catch {
    listing.problems.push(
      refused(folder.path, "is a folder that can't be read", 'check its permissions'),
    )
    return []
  }
}

function enter(folder: Folder, real: string, root: string, listing: ContentListing): void {
  if (folder.real.length > MAX_DEPTH) {
    listing.problems.push(
      refused(folder.path, `lies more than ${MAX_DEPTH} folders deep`, 'move it up'),
    )
  } else walk({ ...folder, real: [...folder.real, real] }, root, listing)
}

function followLink(link: Folder, root: string, listing: ContentListing): void {
  const { path, absolute } = link
  let real: string
  try {
    real = realpathSync(absolute)
  } catch {
    listing.problems.push(
      refused(path, 'is a symbolic link that leads nowhere or in a circle', 'remove it'),
    )
    return
  }
  if (real !== root && !real.startsWith(root + nodePath.sep)) {
    listing.problems.push(
      refused(path, 'is a symbolic link out of the content folder', 'put the file itself there'),
    )
    return
  }
  const stat = statSync(real)
  if (stat.isFile()) addFile(path, absolute, listing)
  else if (!stat.isDirectory())
    listing.problems.push(refused(path, 'is a link to no regular file', 'remove it'))
  else if (link.real.includes(real)) {
    listing.problems.push(
      refused(path, 'is a symbolic link back to a folder around it', 'remove it'),
    )
  } else enter(link, real, root, listing)
}

function addFile(path: string, absolute: string, listing: ContentListing): void {
  const stat = statSync(absolute, { throwIfNoEntry: false })
  // Gone between the two looks, as during a git checkout: the next scan will see.
  if (!stat?.isFile()) return
  listing.files.push({ path, absolute, size: stat.size, mtimeMs: stat.mtimeMs, ino: stat.ino })
}

function kindOf(entry: Dirent): string {
  if (entry.isFIFO()) return 'a named pipe (FIFO)'
  return entry.isSocket() ? 'a socket' : 'a device'
}

function refused(path: string, problem: string, fix: string): Problem {
  return { severity: 'error', path, line: 1, column: 1, field: 'file', problem, fix }
}
