/** The kinds of image that every browser shows. SVG is excluded because it can contain scripts. */
export const IMAGE_KINDS = {
  jpeg: { type: 'image/jpeg', name: 'JPEG', endings: ['jpg', 'jpeg'] },
  png: { type: 'image/png', name: 'PNG', endings: ['png'] },
  webp: { type: 'image/webp', name: 'WebP', endings: ['webp'] },
  avif: { type: 'image/avif', name: 'AVIF', endings: ['avif'] },
  gif: { type: 'image/gif', name: 'GIF', endings: ['gif'] },
} as const

export type ImageKind = keyof typeof IMAGE_KINDS

/** The number of bytes that `imageKind` needs. */
export const IMAGE_HEAD = 64

/**
 * The kind of a file by its first bytes. No other file ever reaches a decoder: some of the forty in libvips read SVG, PDF
 * or text, which could make them fetch or run things.
 */
export function imageKind(head: Uint8Array): ImageKind | undefined {
  const text = String.fromCharCode(...head.subarray(0, IMAGE_HEAD))
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(text)) return 'gif'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  return text.slice(4, 8) === 'ftyp' && isAvif(text) ? 'avif' : undefined
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md#the-pointer */
export const isLfsPointer = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, IMAGE_HEAD)).toString('latin1').startsWith('version https://git-lfs')

/** ISO/IEC 14496-12, 4.3: the box's length, then its major brand, a version, and its compatible brands. */
function isAvif(text: string): boolean {
  const length = text.charCodeAt(2) * 256 + text.charCodeAt(3)
  const brands = [text.slice(8, 12), ...(text.slice(16, length).match(/.{4}/gs) ?? [])]
  return brands.includes('avif') || brands.includes('avis')
}

/** Whether a file of this kind may have this name. */
export function isNamedLike(path: string, kind: ImageKind): boolean {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return IMAGE_KINDS[kind].endings.some((each) => each === ending)
}

export function kindOfType(type: string): ImageKind | undefined {
  return KINDS.find((kind) => IMAGE_KINDS[kind].type === type)
}

const KINDS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const satisfies ImageKind[]
