import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import {
  IMAGE_HEAD,
  IMAGE_KINDS,
  type ImageKind,
  imageKind,
  isLfsPointer,
  isNamedLike,
} from '@/lib/article/image-kind'
import { type ImageFacts, type ImageFault, NO_IMAGE, sizeFault } from './image-facts'

/** The largest picture of any camera; a file that claims more is a decompression bomb or a mistake. */
export const MAX_PIXELS = 100_000_000
/** Resizing an animation holds all its frames in memory, four bytes a pixel. */
const MAX_MOVING_PIXELS = 50_000_000
/** No camera's JPEG is this large, and the whole file is read to draw it. */
const MAX_BYTES = 64 * 1_048_576
/** A picture of an allowed size that takes this long to decode is an attack. */
const DECODE_SECONDS = 20

/** Reads any size that a header claims, so that the message can name it. */
const HEADER = { limitInputPixels: false } as const

/** EXIF orientations from 5 on are rotated by a quarter turn. */
const FIRST_SIDEWAYS = 5

/** Hexadecimal digits of a content hash in an address: two pictures collide once in 10^19. */
const HASH_DIGITS = 16

export type Measured =
  | { ok: true; image: Omit<ImageFacts, 'hash'> }
  | { ok: false; fault: ImageFault }

/**
 * The size at which an image is shown, or why it isn't shown. The header is trusted only once the whole picture has been
 * decoded: a truncated file, or a header that lies, is an error for the editor and never reaches a reader.
 */
export async function measureImage(file: string): Promise<Measured> {
  const { default: sharp } = await import('sharp')
  try {
    const { kind, bytes, isPointer } = await readHead(file)
    if (isPointer) return LFS_POINTER
    if (kind === undefined) return { ok: false, fault: NO_IMAGE }
    if (bytes > MAX_BYTES) return tooMuch(`has ${Math.round(bytes / 1_048_576)} MB`)
    if (!isNamedLike(file, kind)) return wrongName(kind)
    const { width, height, orientation, pages = 1 } = await sharp(file, HEADER).metadata()
    const moves = pages > 1
    const pixels = width * height * pages
    if (pixels > (moves ? MAX_MOVING_PIXELS : MAX_PIXELS)) {
      return tooMuch(`claims ${width} × ${height} pixels${moves ? ` in ${pages} pictures` : ''}`)
    }
    await decode(file, { kind, moves, height })
    const sideways = (orientation ?? 1) >= FIRST_SIDEWAYS
    const size = sideways ? { width: height, height: width } : { width, height }
    const isStill = !moves && kind !== 'gif'
    return { ok: true, image: { ...size, type: IMAGE_KINDS[kind].type, isStill } }
  } catch {
    return BROKEN
  }
}

/** Warnings of the JPEG decoder when the file holds less than its header says: it paints the rest grey. */
const LACKS_DATA = /premature end|bad Huffman code|found marker/i

/**
 * Decodes a whole picture, and throws if it can't. JPEG warnings count too, but only those about missing data: cameras and
 * programs write profiles and trailing bytes that decoders warn about and every browser accepts.
 */
async function decode(
  file: string,
  { kind, moves, height }: { kind: ImageKind; moves: boolean; height: number },
) {
  const { default: sharp } = await import('sharp')
  const read = (failOn: 'error' | 'warning') =>
    sharp(file, { failOn, animated: moves, limitInputPixels: MAX_PIXELS })
      .timeout({ seconds: DECODE_SECONDS })
      // At full height: the decoder would skip the last rows of a reduced JPEG.
      .resize({ width: 1, height, fit: 'fill' })
      .raw()
      .toBuffer()
  if (kind !== 'jpeg') return read('error')
  return read('warning').catch((error: unknown) => {
    if (LACKS_DATA.test(String(error))) throw error
    return read('error')
  })
}

type Head = { kind: ImageKind | undefined; bytes: number; isPointer: boolean }

async function readHead(file: string): Promise<Head> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(IMAGE_HEAD) })
    const head = buffer.subarray(0, bytesRead)
    const { size } = await handle.stat()
    return { kind: imageKind(head), bytes: size, isPointer: isLfsPointer(head) }
  } finally {
    await handle.close()
  }
}

const refused = (problem: string, fix: string): Measured => ({
  ok: false,
  fault: { severity: 'error', problem, fix },
})

const BROKEN = refused(
  'is a damaged image: it ends too early, or isn’t what its header says',
  'save it again from the original',
)

const LFS_POINTER = refused(
  'is a pointer of Git LFS, not the picture',
  'run git lfs pull in the content folder, on the server too',
)

const tooMuch = (what: string) =>
  refused(`${what}, more than the site shows`, 'save it smaller: 2,400 pixels are wide enough')

function wrongName(kind: ImageKind): Measured {
  const { name, endings } = IMAGE_KINDS[kind]
  const problem = `is a ${name} by its content, but isn’t named like one`
  return refused(problem, `rename it to end with .${endings[0]}`)
}

/** Hashes the content of an image, so that another picture with the same name gets another address. */
export async function hashImage(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return digits(hash.digest('hex'))
}

/** The same hash, of bytes in memory. */
export const hashBytes = (bytes: Uint8Array) =>
  digits(createHash('sha256').update(bytes).digest('hex'))

const digits = (hash: string) => hash.slice(0, HASH_DIGITS)

/** What is wrong with an image file: an error hides the image, a warning doesn't. */
export async function findImageFault(file: {
  absolute: string
  size: number
}): Promise<ImageFault | undefined> {
  const measured = await measureImage(file.absolute)
  return measured.ok ? sizeFault(measured.image, file.size) : measured.fault
}
