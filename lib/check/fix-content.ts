import { lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isText } from '@/lib/content/file-kind'
import { type ListedFile, listContent } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { withAlias } from '@/lib/front-matter/add-alias'
import { fixText } from '@/lib/front-matter/fix-text'
import type { RenamedFile } from './renamed-without-alias'

export type Fix = { path: string; done: string[] }

/** Fixes what is safe to fix in each article and page of a folder. */
export function fixTexts(contentDir: string): Fix[] {
  const texts = listContent(contentDir).files.filter(({ path }) => isText(path))
  return texts.flatMap((file) => {
    const text = textOf(file)
    if (text === undefined) return []
    const mended = fixText(text)
    if (mended.text === text) return []
    replaceFile(file.absolute, mended.text)
    return [{ path: file.path, done: mended.done }]
  })
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
