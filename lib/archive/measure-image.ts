import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { ImageFacts } from './reading'

/** The formats that browsers draw, by sharp's names. */
const TYPES = new Map([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['heif', 'image/avif'],
  ['gif', 'image/gif'],
])

/** A camera's largest picture; a file that claims more is a bomb or a mistake. */
const MAX_PIXELS = 200_000_000

/** EXIF orientations from 5 on stand on their side. */
const FIRST_SIDEWAYS = 5

/** Hexadecimal digits of a content's hash in an address: two pictures meet by chance once in 10^19. */
const HASH_DIGITS = 16

export type Measured =
  | { ok: true; image: Omit<ImageFacts, 'hash'> }
  | { ok: false; problem: string; fix: string }

/** The size at which an image is shown, from its header, or why it isn't shown. */
export async function measureImage(file: string): Promise<Measured> {
  const { default: sharp } = await import('sharp')
  try {
    const { format, width, height, orientation, pages = 1 } = await sharp(file).metadata()
    const type = TYPES.get(format)
    if (type === undefined) return NO_IMAGE
    if (width * height > MAX_PIXELS) {
      const problem = `claims ${width} × ${height} pixels, more than are shown`
      return { ok: false, problem, fix: 'save it smaller: 2,400 pixels are wide enough' }
    }
    const sideways = (orientation ?? 1) >= FIRST_SIDEWAYS
    const size = sideways ? { width: height, height: width } : { width, height }
    return { ok: true, image: { ...size, type, isStill: type !== 'image/gif' && pages === 1 } }
  } catch {
    return NO_IMAGE
  }
}

const NO_IMAGE: Measured = {
  ok: false,
  problem: 'is no image that can be shown',
  fix: 'save it as JPEG, PNG, WebP, AVIF or GIF',
}

/** Names the content of an image: another picture under the same name has another address. */
export async function hashImage(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex').slice(0, HASH_DIGITS)
}
