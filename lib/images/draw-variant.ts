import { readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { ImageKind } from '@/lib/article/image-kind'
import { hashBytes, MAX_PIXELS } from '@/lib/content/measure-image'

// Drawing uses one core; the others answer readers. Drawn pictures are on disk, so sharp needs no cache.
sharp.concurrency(1)
sharp.cache(false)

/** Raise it when the way of drawing changes: stored pictures are then drawn again. */
export const DRAWING = 1

/** Effort 3: at 4 an AVIF takes four times as long and isn't smaller. */
const AVIF = { quality: 50, effort: 3 }
const WEBP = { quality: 76 }
const JPEG = { quality: 78, mozjpeg: true }
const PNG = { compressionLevel: 9 }

/** The whole picture loses only what nobody can see. */
const FULL_AVIF = { quality: 75, effort: 2 }
const FULL_WEBP = { quality: 92 }
const FULL_JPEG = { quality: 92 }

const SECONDS = 60

export type Order = {
  /** Absolute path. */
  path: string
  /** The hash of the file when it was measured. */
  hash: string
  kind: ImageKind
  /** Undefined for the whole picture. */
  width?: number
  isStill: boolean
  /** Of the whole picture. */
  pixels: number
}

/**
 * Draws a picture again from its pixels, upright, so that nothing else in the file reaches readers: neither where it was
 * taken (EXIF, XMP, IPTC) nor anything appended to it. Undefined when the file now holds another picture.
 */
export async function drawVariant(order: Order): Promise<Buffer | undefined> {
  const bytes = await readFile(order.path)
  if (hashBytes(bytes) !== order.hash) return undefined
  const { width, isStill } = order
  const picture = sharp(bytes, {
    failOn: 'error',
    limitInputPixels: MAX_PIXELS,
    animated: !isStill,
  }).timeout({ seconds: SECONDS })
  if (isStill) picture.autoOrient()
  if (width !== undefined) picture.resize({ width })
  return encode(picture, order.kind, width === undefined).toBuffer()
}

function encode(picture: Sharp, kind: ImageKind, isFull: boolean): Sharp {
  if (kind === 'avif') return picture.avif(isFull ? FULL_AVIF : AVIF)
  if (kind === 'webp') return picture.webp(isFull ? FULL_WEBP : WEBP)
  if (kind === 'jpeg') return picture.jpeg(isFull ? FULL_JPEG : JPEG)
  if (kind === 'png') return picture.png(PNG)
  return picture.gif()
}
