import * as z from 'zod'

/** What the archive keeps of an image. */
export const imageFacts = z.object({
  width: z.number(),
  height: z.number(),
  type: z.string(),
  /** A hash of its content. */
  hash: z.string(),
  /** False for an animation: no smaller picture can replace it. */
  isStill: z.boolean(),
})
export type ImageFacts = z.output<typeof imageFacts>

/** What is wrong with an image file. An image with an error is not shown. */
export const imageFault = z.object({
  severity: z.enum(['error', 'warning']),
  problem: z.string(),
  fix: z.string(),
})
export type ImageFault = z.output<typeof imageFault>

/** Readers get smaller sizes; a large original still costs everyone who clones the repository, and readers who open it. */
const MAX_IMAGE_BYTES = 8 * 1_048_576
/** No screen shows more, and making a smaller size takes seconds. */
const MAX_IMAGE_PIXELS = 50_000_000

const SMALLER = 'save it smaller: 2,400 pixels are wide enough'

/** A warning about an image that is shown but larger than anybody needs. */
export function sizeFault(
  { width, height }: Pick<ImageFacts, 'width' | 'height'>,
  bytes: number,
): ImageFault | undefined {
  const warning = (problem: string) => ({ severity: 'warning', problem, fix: SMALLER }) as const
  if (bytes > MAX_IMAGE_BYTES) return warning(`has ${Math.round(bytes / 1_048_576)} MB`)
  if (width * height > MAX_IMAGE_PIXELS) return warning(`has ${width} × ${height} pixels`)
  return undefined
}

/** For a file whose extension isn't an image's: a drawing as SVG, a PDF. */
export const NO_IMAGE: ImageFault = {
  severity: 'error',
  problem: 'is not an image that can be shown',
  fix: 'save it as JPEG, PNG, WebP, AVIF or GIF',
}
