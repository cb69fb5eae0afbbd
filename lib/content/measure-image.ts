import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import {
  IMAGE_HEAD,
  IMAGE_KINDS,
  type ImageKind,
  imageKind,
  isNamedLike,
} from '@/lib/article/image-kind'
import { type ImageFacts, type ImageFault, NO_IMAGE, sizeFault } from './image-facts'

/** A camera's largest picture; a file that claims more is a bomb or a mistake. */
export const MAX_PIXELS = 100_000_000
/** All frames of an animation are held at once to be redrawn: four bytes a pixel. */
const MAX_MOVING_PIXELS = 50_000_000
/** No camera's JPEG is as large, and it is read whole to be drawn. */
const MAX_BYTES = 64 * 1_048_576
/** A decoder that takes so long for a picture that is allowed has been set a trap. */
const DECODE_SECONDS = 20

/** Whatever a header claims can be read, and told to the editor. */
const HEADER = { limitInputPixels: false } as const

/** EXIF orientations from 5 on stand on their side. */
const FIRST_SIDEWAYS = 5

/** Hexadecimal digits of a content's hash in an address: two pictures meet by chance once in 10^19. */
const HASH_DIGITS = 16

export type Measured =
  | { ok: true; image: Omit<ImageFacts, 'hash'> }
  | { ok: false; fault: ImageFault }

/**
 * The size at which an image is shown, or why it isn't shown. Its header is believed only after all of it was decoded
 * once: a cut file, or one whose header lies, is told to the editor and never to a reader.
 */
export async function measureImage(file: string): Promise<Measured> {
  const { default: sharp } = await import('sharp')
  try {
    const { kind, bytes } = await readHead(file)
    if (kind === undefined) return { ok: false, fault: NO_IMAGE }
    if (bytes > MAX_BYTES) return tooMuch(`has ${Math.round(bytes / 1_048_576)} MB`)
    if (!isNamedLike(file, kind)) return wrongName(kind)
    const { width, height, orientation, pages = 1 } = await sharp(file, HEADER).metadata()
    const moves = pages > 1
    const pixels = width * height * pages
    if (pixels > (moves ? MAX_MOVING_PIXELS : MAX_PIXELS)) {
      return tooMuch(`claims ${width} × ${height} pixels${moves ? ` in ${pages} pictures` : ''}`)
    }
    const options = { failOn: 'error', animated: moves, limitInputPixels: MAX_PIXELS } as const
    const decoding = sharp(file, options).timeout({ seconds: DECODE_SECONDS })
    await decoding.resize(1).raw().toBuffer()
    const sideways = (orientation ?? 1) >= FIRST_SIDEWAYS
    const size = sideways ? { width: height, height: width } : { width, height }
    const isStill = !moves && kind !== 'gif'
    return { ok: true, image: { ...size, type: IMAGE_KINDS[kind].type, isStill } }
  } catch {
    return BROKEN
  }
}

async function readHead(file: string): Promise<{ kind: ImageKind | undefined; bytes: number }> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(IMAGE_HEAD) })
    return { kind: imageKind(buffer.subarray(0, bytesRead)), bytes: (await handle.stat()).size }
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

const tooMuch = (what: string) =>
  refused(`${what}, more than are shown`, 'save it smaller: 2,400 pixels are wide enough')

function wrongName(kind: ImageKind): Measured {
  const { name, endings } = IMAGE_KINDS[kind]
  const problem = `is a ${name} by its content, but isn’t named like one`
  return refused(problem, `let its name end with .${endings[0]}`)
}

/** Names the content of an image: another picture under the same name has another address. */
export async function hashImage(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return digits(hash.digest('hex'))
}

/** The same of bytes that are in memory already. */
export const hashBytes = (bytes: Uint8Array) =>
  digits(createHash('sha256').update(bytes).digest('hex'))

const digits = (hash: string) => hash.slice(0, HASH_DIGITS)

/** What is wrong with an image's file: an error keeps it from being shown, a warning doesn't. */
export async function findImageFault(file: {
  absolute: string
  size: number
}): Promise<ImageFault | undefined> {
  const measured = await measureImage(file.absolute)
  return measured.ok ? sizeFault(measured.image, file.size) : measured.fault
}
