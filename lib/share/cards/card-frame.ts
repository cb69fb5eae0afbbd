import type { Site } from '@/lib/site/site'

/** The dimensions of a share image, in pixels: everything that is the same on each. */
export const SHARE_WIDTH = 1200
export const SHARE_HEIGHT = 630

/** The light theme's colours (app/styles/tokens.css): a network shows an image on any background. */
export const PAPER = '#fffefb'
export const INK = '#16181b'
export const INK_SOFT = '#54585e'
export const ACCENT = '#a3241c'
const RULE = '#c9c4b6'

export const MARGIN = 64
export const MEASURE = SHARE_WIDTH - 2 * MARGIN

export type Box = { top: number; width: number; height: number }

/** The site's name at the top, left of the stamp. */
export const NAME: Box = { top: 50, width: 640, height: 56 }
/** The name on a card with nothing else to show. */
export const NAME_ALONE: Box = { top: 212, width: MEASURE, height: 160 }
/** The site's motto, below its name on a card without a headline. */
export const MOTTO: Box = { top: 436, width: MEASURE, height: 130 }
export const MOTTO_SIZE = 43
export const STAMP = { top: 50, height: 52, padding: 20, size: 28 }
export const KICKER = { top: 166, size: 30 }
/** The headline's box below a kicker, and without one. */
export const HEADLINE: Box = { top: 232, width: MEASURE, height: 294 }
export const HEADLINE_ALONE: Box = { top: 182, width: MEASURE, height: 344 }
export const NOTE = { top: 570, size: 28 }

const DOUBLE_RULE = 130
const HAIRLINE = 552

const rectangle = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

const svg = (width: number, height: number, viewBox: string, inside: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${viewBox}">${inside}</svg>`,
  )

/** A newspaper's double rule below its name, and a hairline above the small print, if there is any. */
export function drawRules(hasNote: boolean): Buffer {
  return svg(
    SHARE_WIDTH,
    SHARE_HEIGHT,
    `0 0 ${SHARE_WIDTH} ${SHARE_HEIGHT}`,
    rectangle(MARGIN, DOUBLE_RULE, MEASURE, 5, INK) +
      rectangle(MARGIN, DOUBLE_RULE + 8, MEASURE, 2, INK) +
      (hasNote ? rectangle(MARGIN, HAIRLINE, MEASURE, 2, RULE) : ''),
  )
}

export const drawPlate = (width: number, height: number, fill: string): Buffer =>
  svg(width, height, `0 0 ${width} ${height}`, rectangle(0, 0, width, height, fill))

/** The site's name as a drawing, as large as the box allows, with its width. */
export function drawWordmark(wordmark: NonNullable<Site['wordmark']>, box: Box) {
  const { width, height, path } = wordmark
  const scale = Math.min(box.width / width, box.height / height)
  const side = (length: number) => Math.max(1, Math.floor(length * scale))
  const drawing = `<path fill="${INK}" d="${path}"/>`
  const input = svg(side(width), side(height), `0 0 ${width} ${height}`, drawing)
  return { input, width: side(width) }
}
