import { mediaSrcFault, resolveMediaSrc } from '@/lib/article/media-src'
import { readableBody } from '@/lib/front-matter/readable-body'
import { bodyReferences } from '@/lib/markdown/body-references'

/**
 * A text whose pictures are named as another system kept them (`/images/x.jpg`) with the paths below content/media at which
 * they are now. `files` holds the paths of all files below the content folder.
 */
export function withFoundImages(text: string, path: string, files: ReadonlySet<string>): string {
  const readable = readableBody(path, Buffer.from(text))
  if (readable === undefined) return text
  const lines = text.split('\n')
  const replace = (index: number, from: number, src: string) => {
    const found = foundImage(src, path, files)
    const line = lines[index] ?? ''
    const at = line.indexOf(src, from)
    if (found === undefined || at === -1) return
    lines[index] = line.slice(0, at) + found + line.slice(at + src.length)
  }
  for (const [index, line] of lines.slice(0, readable.bodyLine - 1).entries()) {
    const src = /^\s+src: *(["']?)([^"'#\s][^"'#]*?)\1\s*(?:#.*)?$/.exec(line)?.[2]
    if (src !== undefined) replace(index, 0, src)
  }
  // From the end, so that the places of the others stay right.
  for (const { src, line, column } of bodyReferences(readable.body).images.reverse())
    replace(line + readable.bodyLine - 2, column - 1, src)
  return lines.join('\n')
}

/** Where a missing picture is, below content/media; undefined unless one file alone can be meant. */
function foundImage(src: string, path: string, files: ReadonlySet<string>): string | undefined {
  const resolved = resolveMediaSrc(path, src)
  if (/^[a-z]+:|^\/\//i.test(src) || (resolved !== undefined && files.has(resolved)))
    return undefined
  const wanted = decode(src)
    .split('/')
    .filter((part) => !/^\.{0,2}$/.test(part))
  for (let from = 0; from < wanted.length; from++) {
    const exact = `media/${wanted.slice(from).join('/')}`
    if (files.has(exact)) return written(exact)
  }
  const below = [...files].filter((file) => file.endsWith(`/${wanted.join('/')}`))
  const [only] = below.filter((file) => file.startsWith('media/'))
  return below.length === 1 && only !== undefined ? written(only) : undefined
}

function written(file: string): string | undefined {
  const src = `/${file.split('/').map(encodeURIComponent).join('/')}`
  return mediaSrcFault(src) ? undefined : src
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}
