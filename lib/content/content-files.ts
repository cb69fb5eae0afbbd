import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { isImageFile } from '@/lib/article/media-src'
import type { Problem } from '@/lib/front-matter/problem'
import { fileProblem } from './file-problem'

export type FileKind = 'article' | 'page' | 'site' | 'tags' | 'media'

/** What a rescan compares: any write, and any rename or `touch`, changes one of these. */
export type Fingerprint = { size: number; mtime: number; ctime: number }

export type ContentFile = Fingerprint & { name: string; kind: FileKind }

export type ContentFolder = { dir: string; files: ContentFile[]; problems: Problem[] }

export const pathOf = ({ dir, name }: { dir: string; name: string }) =>
  dir === '' ? name : `${dir}/${name}`

export const splitPath = (path: string) => {
  const at = path.lastIndexOf('/')
  return { dir: at === -1 ? '' : path.slice(0, at), name: path.slice(at + 1) }
}

/** Editors' temporary and backup files, and whatever is hidden. */
const PASSED_OVER = /^\.|~$|\.(?:swp|swx|tmp|bak|orig|part|crdownload)$|^#.*#$/i

/** `.md`, `...md`: hidden to a file system, and to an editor an article that is missed in silence. */
const NAMELESS = /^(?:\.|\.\..*)?\.md$/

const isPassedOver = (name: string) => PASSED_OVER.test(name) && !NAMELESS.test(name)

/** Whether a name is hidden, and not by mistake. */
export const isHidden = (name: string) => name.startsWith('.') && !NAMELESS.test(name)

/** Deeper than any sensible archive; a bound for folders that are mounted into themselves. */
const MAX_DEPTH = 24

/** What a file of the content folder is for, by its path below it; undefined when it is none of ours. */
export function kindOfFile(dir: string, name: string): FileKind | undefined {
  if (isPassedOver(name)) return undefined
  const top = dir.split('/')[0]
  if (dir === '' && name === 'site.yaml') return 'site'
  if (dir === '' && name === 'tags.yaml') return 'tags'
  if (dir === 'pages' && name.endsWith('.md')) return 'page'
  if (top === 'articles' && name.endsWith('.md')) return 'article'
  if (['articles', 'media', 'pages'].includes(top ?? '') && isImageFile(name)) return 'media'
  return undefined
}

/** Walks the content folder by stat, one folder at a time in the order of their names. Reads no file. */
export function* walkContent(contentDir: string): Generator<ContentFolder> {
  const root = realpathSync(contentDir)
  yield listFolder(root, '')
  for (const top of ['articles', 'media', 'pages']) {
    if (statSync(path.join(root, top), { throwIfNoEntry: false })?.isDirectory()) {
      yield* walkFolder(root, top, 1)
    }
  }
}

function* walkFolder(root: string, dir: string, depth: number): Generator<ContentFolder> {
  const folder = listFolder(root, dir)
  yield folder
  if (depth >= MAX_DEPTH || dir === 'pages') return
  for (const name of folder.below) yield* walkFolder(root, `${dir}/${name}`, depth + 1)
}

function listFolder(root: string, dir: string): ContentFolder & { below: string[] } {
  const folder = {
    dir,
    files: [] as ContentFile[],
    problems: [] as Problem[],
    below: [] as string[],
  }
  for (const entry of entriesOf(path.join(root, dir))) {
    const { name } = entry
    if (isPassedOver(name)) continue
    const below = dir === '' ? name : `${dir}/${name}`
    if (entry.isDirectory()) {
      folder.below.push(name)
      continue
    }
    const kind = kindOfFile(dir, name)
    if (entry.isFile()) {
      if (kind !== undefined) addFile(folder, root, below, name, kind)
    } else if (entry.isSymbolicLink() && staysInside(root, below)) {
      if (kind !== undefined) addFile(folder, root, below, name, kind)
    } else if (kind !== undefined || entry.isSymbolicLink()) {
      folder.problems.push(refusal(below, entry.isSymbolicLink()))
    }
  }
  return folder
}

/** A folder that vanishes while we walk is empty; one that can't be read stops the scan, or its articles would go. */
function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function addFile(folder: ContentFolder, root: string, below: string, name: string, kind: FileKind) {
  const stat = statSync(path.join(root, below), { throwIfNoEntry: false })
  if (stat?.isFile()) folder.files.push({ name, kind, ...fingerprintOf(stat) })
}

export function fingerprintOf(stat: {
  size: number
  mtimeMs: number
  ctimeMs: number
}): Fingerprint {
  return { size: stat.size, mtime: stat.mtimeMs, ctime: stat.ctimeMs }
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime
}

/** A link to a file within the content folder is followed; to a folder (it may be a loop) or outside, never. */
function staysInside(root: string, below: string): boolean {
  try {
    const target = realpathSync(path.join(root, below))
    return target.startsWith(root + path.sep) && lstatSync(target).isFile()
  } catch {
    return false
  }
}

function refusal(below: string, link: boolean): Problem {
  return link
    ? fileProblem(
        below,
        'is a symbolic link that leaves the content folder, leads to a folder or leads nowhere',
        'put the file itself here',
      )
    : fileProblem(below, 'is no regular file', 'put a text file or an image here')
}
