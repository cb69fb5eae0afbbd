import type { SlugFault } from './slug'

/** The image types that every browser shows and sharp reads. SVG is excluded because it can contain scripts. */
const IMAGE = /\.(?:avif|gif|jpe?g|png|webp)$/i

export const isImageFile = (path: string): boolean => IMAGE.test(path)

const HOW =
  'put the file beside the article or under content/media and give its path, such as media/photo.jpg'

/** Why `src` can't name an image of this site, or undefined. */
export function mediaSrcFault(src: string): SlugFault | undefined {
  if (isRemote(src)) {
    return { problem: `${JSON.stringify(src)} is an image on another site`, fix: HOW }
  }
  if (/[\\?#]/.test(src) || resolveMediaSrc('articles/a.md', src) === undefined) {
    return { problem: `${JSON.stringify(src)} is not the path of an image`, fix: HOW }
  }
  return undefined
}

/** `https://…`, `//host/…` and every other scheme, including `data:` and `javascript:`. */
export function isRemote(src: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src.trim())
}

/**
 * The path below the content folder that an image's `src` names in the file `path`: `/media/a.jpg`, `media/a.jpg` and
 * `../media/a.jpg` are below content/media, anything else is relative to the file. Undefined when it is remote or leaves
 * the content folder.
 */
export function resolveMediaSrc(path: string, src: string): string | undefined {
  if (isRemote(src)) return undefined
  const decoded = decode(src)
  if (decoded === undefined || decoded === '' || decoded.includes('\\') || decoded.endsWith('/'))
    return undefined
  const fromRoot = decoded.startsWith('/') || decoded.startsWith('media/')
  const parts = fromRoot ? [] : path.split('/').slice(0, -1)
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  const resolved = parts.join('/').normalize('NFC')
  return /^(?:media|articles|pages)\/./.test(resolved) ? resolved : undefined
}

function decode(src: string): string | undefined {
  try {
    return decodeURIComponent(src)
  } catch {
    return undefined
  }
}
