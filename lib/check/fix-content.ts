import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileKind, isText } from '@/lib/content/file-kind'
import {
  type ContentListing,
  filesOf,
  type ListedFile,
  listContent,
} from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { withAlias } from '@/lib/front-matter/fix/add-alias'
import { fixText } from '@/lib/front-matter/fix/fix-text'
import { parseSite } from '@/lib/front-matter/parse-site'
import { withFoundImages } from './fix-images'
import type { RenamedFile } from './renamed-without-alias'

export type Fix = { path: string; done: string[] }

/** Fixes what is safe to fix in each article and page of a folder. */
export function fixTexts(contentDir: string): Fix[] {
  const listing = listContent(contentDir)
  const sections = sectionsOf(listing)
  const paths = new Set(listing.files.map(({ path }) => path))
  return listing.files.flatMap((file) => {
    const text = isText(file.path) ? textOf(file) : undefined
    if (text === undefined) return []
    const { path, absolute } = file
    const kind = fileKind(path) === 'page' ? 'page' : 'article'
    const { text: fixed, done } = fixText(text, { kind, path, sections })
    const found = withFoundImages(fixed, path, paths)
    if (found === text) return []
    replaceFile(absolute, found)
    return [{ path, done: found === fixed ? done : [...done, 'paths of pictures'] }]
  })
}

function sectionsOf(listing: ContentListing): readonly string[] {
  const [file] = filesOf(listing, 'site')
  const read = file && readContentFile(file)
  const parsed = read?.ok ? parseSite({ path: 'site.yaml', bytes: read.bytes }) : undefined
  return parsed?.ok ? parsed.site.sections : []
}

/** Adds the names under which articles were published to their aliases. */
export function fixNames(contentDir: string, renamed: readonly RenamedFile[]): Fix[] {
  const files = new Map(listContent(contentDir).files.map((file) => [file.path, file]))
  return renamed.flatMap(({ path, slug }) => {
    const file = files.get(path)
    const text = file && textOf(file)
    const changed = text === undefined ? undefined : withAlias(text, slug)
    if (file === undefined || changed === undefined) return []
    replaceFile(file.absolute, changed)
    return [{ path, done: [`alias ${slug}`] }]
  })
}

/** Undefined when the file isn't UTF-8, or is a link: the file that it points to may belong to somebody else. */
function textOf(file: ListedFile): string | undefined {
  if (lstatSync(file.absolute).isSymbolicLink()) return undefined
  const read = readContentFile(file)
  if (!read.ok) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes)
  } catch {
    return undefined
  }
}

/** Replaces the file in one step: a server may be following the folder. */
function replaceFile(file: string, text: string): void {
  // The archive ignores files of this name.
  const temporary = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(temporary, text, { mode: lstatSync(file).mode })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
