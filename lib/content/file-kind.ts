import { isImageFile } from '@/lib/article/media-src'

/** The YAML files beside content/articles, and the kind of each. */
const ROOT_FILES = {
  'site.yaml': 'site',
  'tags.yaml': 'tags',
  'front.yaml': 'front',
  'authors.yaml': 'authors',
  'sources.yaml': 'sources',
  'words.yaml': 'words',
} as const
const rootKinds = new Map<string, RootKind>(Object.entries(ROOT_FILES))

export type RootKind = (typeof ROOT_FILES)[keyof typeof ROOT_FILES]
export type FileKind = 'article' | 'page' | 'media' | RootKind

/** The folders whose files readers can get. */
const SERVED = new Set(['articles', 'media', 'pages'])

/** Editors' temporary and backup files, and hidden files. */
const PASSED_OVER = /^\.|~$|\.(?:swp|swx|tmp|bak|orig|part|crdownload)$|^#.*#$|^node_modules$/i

/** `.md`, `...md`: a hidden file to the file system, but to its editor an article, which must not go missing silently. */
const NAMELESS = /^(?:\.|\.\..*)?\.md$/

/** Whether a file or folder of this name is never content, in any folder. */
export const isPassedOver = (name: string) => PASSED_OVER.test(name) && !NAMELESS.test(name)

/** Whether readers can get files of this folder (a path below the content folder). */
export const isServed = (dir: string) => SERVED.has(dir.split('/')[0] ?? '')

export const pathOf = ({ dir, name }: { dir: string; name: string }) =>
  dir === '' ? name : `${dir}/${name}`

export const splitPath = (path: string) => {
  const at = path.lastIndexOf('/')
  return { dir: at === -1 ? '' : path.slice(0, at), name: path.slice(at + 1) }
}

/** The kind of a file by its path below the content folder; undefined for a file that isn't content. */
export function fileKind(path: string): FileKind | undefined {
  const { dir, name } = splitPath(path)
  if (isPassedOver(name)) return undefined
  const root = rootKinds.get(path)
  if (root !== undefined) return root
  if (name.endsWith('.md')) {
    if (dir === 'pages') return 'page'
    return dir === 'articles' || dir.startsWith('articles/') ? 'article' : undefined
  }
  return isServed(dir) && isImageFile(name) ? 'media' : undefined
}

/** Whether a file is text for readers: an article or a plain page. */
export function isText(path: string): boolean {
  const kind = fileKind(path)
  return kind === 'article' || kind === 'page'
}

/** Markdown in a place from which nothing is published; a README is meant for people who browse the folder. */
export function isStray(path: string): boolean {
  const { name } = splitPath(path)
  if (fileKind(path) !== undefined || /^README\.md$/i.test(name)) return false
  return /\.(?:md|markdown)$/i.test(name)
}
