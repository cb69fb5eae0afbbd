import type { ImageSize } from './reading'

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

/** The size at which an image is shown, from its header; undefined for what is no image we show. */
export async function measureImage(file: string): Promise<ImageSize | undefined> {
  const { default: sharp } = await import('sharp')
  try {
    const { format, width, height, orientation } = await sharp(file).metadata()
    const type = TYPES.get(format)
    if (type === undefined || width * height > MAX_PIXELS) return undefined
    const sideways = (orientation ?? 1) >= FIRST_SIDEWAYS
    return sideways ? { width: height, height: width, type } : { width, height, type }
  } catch {
    return undefined
  }
}
