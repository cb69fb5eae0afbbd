import { isImageFile } from '@/lib/article/media-src'
import type { ContentFile } from '@/lib/content/list-content'
import { measureImage } from '@/lib/content/measure-image'

export type ImageFault = { severity: 'error' | 'warning'; problem: string; fix: string }

/** Smaller sizes are made for readers; what this costs is the clone of the repository, and the reader who asks for it whole. */
const MAX_IMAGE_BYTES = 8 * 1_048_576
/** No screen shows more, and a smaller size takes seconds to make. */
const MAX_IMAGE_PIXELS = 50_000_000

/** What is wrong with an image that an article shows; the file is there. */
export async function imageFault({
  path,
  absolute,
  size,
}: Pick<ContentFile, 'path' | 'absolute' | 'size'>): Promise<ImageFault | undefined> {
  const named = isImageFile(path)
  const measured = await measureImage(absolute)
  if (!measured.ok || !named) {
    const { problem, fix } = measured.ok ? WRONG_NAME : measured
    return { severity: 'error', problem: `${path} ${problem}`, fix }
  }
  const { width, height } = measured.image
  const fix = 'save it smaller: 2,400 pixels are wide enough'
  if (size > MAX_IMAGE_BYTES) {
    const problem = `${path} has ${Math.round(size / 1_048_576)} MB`
    return { severity: 'warning', problem, fix }
  }
  if (width * height > MAX_IMAGE_PIXELS) {
    return { severity: 'warning', problem: `${path} has ${width} × ${height} pixels`, fix }
  }
  return undefined
}

const WRONG_NAME = {
  problem: 'has a name that isn’t an image’s',
  fix: 'let it end with .jpg, .png, .webp, .avif or .gif',
}
