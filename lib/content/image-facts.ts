import { z } from 'zod'

/** What the archive keeps of an image. */
export const imageFacts = z.object({
  width: z.number(),
  height: z.number(),
  type: z.string(),
  /** Names its content. */
  hash: z.string(),
  /** False for what moves: no smaller picture can stand for it. */
  isStill: z.boolean(),
})
export type ImageFacts = z.output<typeof imageFacts>

/** What is wrong with the file of an image. One with an error is not shown. */
export const imageFault = z.object({
  severity: z.enum(['error', 'warning']),
  problem: z.string(),
  fix: z.string(),
})
export type ImageFault = z.output<typeof imageFault>

/** Smaller sizes are made for readers; what this costs is the clone of the repository, and the reader who asks for it whole. */
const MAX_IMAGE_BYTES = 8 * 1_048_576
/** No screen shows more, and a smaller size takes seconds to make. */
const MAX_IMAGE_PIXELS = 50_000_000

const SMALLER = 'save it smaller: 2,400 pixels are wide enough'

/** A warning about an image that is shown, and larger than anybody needs. */
export function sizeFault(
  { width, height }: Pick<ImageFacts, 'width' | 'height'>,
  bytes: number,
): ImageFault | undefined {
  const warning = (problem: string) => ({ severity: 'warning', problem, fix: SMALLER }) as const
  if (bytes > MAX_IMAGE_BYTES) return warning(`has ${Math.round(bytes / 1_048_576)} MB`)
  if (width * height > MAX_IMAGE_PIXELS) return warning(`has ${width} × ${height} pixels`)
  return undefined
}

/** Of a file whose name is no image's: a drawing as SVG, a PDF. */
export const NO_IMAGE: ImageFault = {
  severity: 'error',
  problem: 'is no image that can be shown',
  fix: 'save it as JPEG, PNG, WebP, AVIF or GIF',
}
