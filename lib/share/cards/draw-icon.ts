import sharp from 'sharp'
import { MAX_PIXELS } from '@/lib/content/measure-image'
import { drawRules, MARGIN, PAPER, SHARE_HEIGHT, SHARE_WIDTH } from './card-frame'
import {
  FAVICON_PATH,
  ICON_PATH,
  PLAIN_SHARE_IMAGE_PATH,
  SMALL_ICON_PATH,
  TOUCH_ICON_PATH,
} from './icons'

type Draw = (picture: Buffer) => Promise<Buffer>

/** Everything drawn from one picture, the paper's icon. */
export const DRAWN_ICONS: readonly { path: string; type: string; draw: Draw }[] = [
  { path: ICON_PATH, type: 'image/png', draw: (picture) => drawSquare(picture, 512) },
  { path: SMALL_ICON_PATH, type: 'image/png', draw: (picture) => drawSquare(picture, 192) },
  { path: TOUCH_ICON_PATH, type: 'image/png', draw: (picture) => drawSquare(picture, 180) },
  { path: FAVICON_PATH, type: 'image/x-icon', draw: drawFavicon },
  { path: PLAIN_SHARE_IMAGE_PATH, type: 'image/png', draw: drawPlainCard },
]

/** High enough for a vector drawing of any size; it has no effect on other pictures. */
const DENSITY = 600

/** A picture as a square PNG, cropped around its middle. */
function drawSquare(picture: Buffer, side: number): Promise<Buffer> {
  return sharp(picture, { density: DENSITY, limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize(side, side, { fit: 'cover' })
    .png({ palette: true })
    .toBuffer()
}

const FAVICON_SIDE = 32
const HEADER_BYTES = 22

/** Wraps a PNG as an .ico file: a directory with one entry. */
async function drawFavicon(picture: Buffer): Promise<Buffer> {
  const png = await drawSquare(picture, FAVICON_SIDE)
  const header = Buffer.alloc(HEADER_BYTES)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(FAVICON_SIDE, 6)
  header.writeUInt8(FAVICON_SIDE, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(png.length, 14)
  header.writeUInt32LE(HEADER_BYTES, 18)
  return Buffer.concat([header, png])
}

const PLAIN_SIDE = 280

/** The background of a share image with the icon on it, for when no image can be drawn. */
async function drawPlainCard(picture: Buffer): Promise<Buffer> {
  return sharp({
    create: { width: SHARE_WIDTH, height: SHARE_HEIGHT, channels: 3, background: PAPER },
  })
    .composite([
      { input: drawRules(false), left: 0, top: 0 },
      { input: await drawSquare(picture, PLAIN_SIDE), left: MARGIN, top: 240 },
    ])
    .png({ palette: true })
    .toBuffer()
}
