import { mediaPath, mediaVariantPath } from '@/lib/site/routes'
import { IMAGE_KINDS, type ImageKind, kindOfType } from './image-kind'

/**
 * The widths in which a picture is made, in pixels. The text is 640 wide and the widest picture 768, on screens with one to
 * three device pixels per CSS pixel; these steps save a phone about half the bytes.
 */
const WIDTHS = [320, 640, 960, 1280, 1600] as const
const WIDEST = 1600

/** The width for browsers that don't know `srcset`. */
const USUAL_WIDTH = 960

export type ImageVersion = { width: number; kind: ImageKind }

/** A picture as the archive knows it. */
export type KnownImage = {
  /** Path below the content folder. */
  name: string
  width: number
  height: number
  type: string
  /** A hash of its content. */
  hash: string
  /** False for an animation, which is shown as it is. */
  isStill: boolean
}

/** The addresses of a picture in all its widths, in order of format, the smallest format first. */
export type ImageSet = {
  width: number
  height: number
  /** The original picture. */
  full: string
  src: string
  srcSet?: string
  sources: { type: string; srcSet: string }[]
}

/** The widths offered for a picture of this width; none is larger than the original. */
export function imageWidths(width: number): number[] {
  const smaller = WIDTHS.filter((each) => each < width)
  return width <= WIDEST ? [...smaller, width] : smaller
}

/** The formats offered for a picture of this type, the smallest first and its own last. */
export function imageKinds(type: string): ImageKind[] {
  const own = kindOfType(type)
  if (own === undefined || own === 'gif') return []
  const others = (['avif', 'webp'] as const).filter((kind) => kind !== own)
  return own === 'avif' ? ['avif', 'webp'] : [...others, own]
}

/** Enough of the hash to distinguish a picture from earlier ones with the same name. */
const VERSION_DIGITS = 10
export const imageVersion = ({ hash }: Pick<KnownImage, 'hash'>) => hash.slice(0, VERSION_DIGITS)

/** `before` is a prefix for each address: previews of unpublished articles have their own addresses. */
export function imageSet(image: KnownImage, before = ''): ImageSet {
  const { name, width, height, type, isStill } = image
  const full = before + mediaPath(name)
  const kinds = isStill ? imageKinds(type) : []
  const widths = imageWidths(width)
  const addressOf = (each: number, kind: ImageKind) =>
    before +
    mediaVariantPath(name, { version: imageVersion(image), width: each, ending: ENDING[kind] })
  const srcSetOf = (kind: ImageKind) =>
    widths.map((each) => `${addressOf(each, kind)} ${each}w`).join(', ')
  const last = kinds.at(-1)
  if (last === undefined) return { width, height, full, src: full, sources: [] }
  const usual = widths.findLast((each) => each <= USUAL_WIDTH) ?? width
  return {
    width,
    height,
    full,
    src: addressOf(usual, last),
    srcSet: srcSetOf(last),
    sources: kinds
      .slice(0, -1)
      .map((kind) => ({ type: IMAGE_KINDS[kind].type, srcSet: srcSetOf(kind) })),
  }
}

/** The same picture in its smallest size alone, for a place where it is always a thumbnail. */
export function thumbOf({ width, height, full, src, srcSet, sources }: ImageSet): ImageSet {
  const smallest = (candidates: string) => candidates.split(' ', 1)[0] ?? ''
  return {
    ...{ width, height, full },
    src: srcSet === undefined ? src : smallest(srcSet),
    sources: sources.slice(0, 1).map((each) => ({ ...each, srcSet: smallest(each.srcSet) })),
  }
}

const ENDING = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
} as const satisfies Record<ImageKind, string>

const KINDS_BY_ENDING = new Map<string, ImageKind>([
  ['jpg', 'jpeg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['avif', 'avif'],
])

export type AskedImage = { name: string; variant?: ImageVersion & { version: string } }

/** What an address below /media asks for: the original picture, or a version with a width, a format and part of a hash. */
export function readImageAddress(asked: string): AskedImage {
  const found = /^(.+)\/([0-9a-f]{10})-([1-9]\d{0,3})\.([a-z]{3,4})$/.exec(asked)
  const [, name = '', version = '', width = '', ending = ''] = found ?? []
  const kind = KINDS_BY_ENDING.get(ending)
  if (found === null || kind === undefined) return { name: asked }
  return { name, variant: { version, width: Number(width), kind } }
}

/** Whether a picture is offered in this form; no other form is ever made. */
export function isOffered(image: KnownImage, { width, kind }: ImageVersion): boolean {
  return (
    image.isStill &&
    imageKinds(image.type).includes(kind) &&
    imageWidths(image.width).includes(width)
  )
}
