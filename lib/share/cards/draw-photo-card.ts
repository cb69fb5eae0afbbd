import { readFile } from 'node:fs/promises'
import sharp, { type OverlayOptions } from 'sharp'
import { hashBytes, MAX_PIXELS } from '@/lib/content/measure-image'
import { drawPlate, PAPER, SHARE_HEIGHT, SHARE_WIDTH } from './card-frame'
import { drawStamp, placeName } from './draw-share-card'
import type { PhotoCard } from './photo-card'

/** The height of the band with the paper's name at the foot of the photograph. */
const BAND = 92
const NAME = { top: SHARE_HEIGHT - BAND + 22, width: 560, height: 48 }
const JPEG = { quality: 80, mozjpeg: true }
const SECONDS = 30

/** Where the subject of most photographs is, so that no forehead is cut off. */
const USUAL_FOCUS = '50% 25%'

/**
 * A photograph cropped to the shape of a card, as JPEG, with nothing else from its file. Throws when the file now holds
 * another picture.
 */
export async function drawPhotoCard(card: PhotoCard): Promise<Buffer> {
  const { photo, width, height } = card
  const bytes = await readFile(photo.path)
  if (hashBytes(bytes) !== photo.hash) throw new Error('The photograph has changed')
  const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .flatten({ background: PAPER })
    .resize({ width, height, fit: 'outside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [fromLeft = 50, fromTop = 25] = (photo.focus ?? USUAL_FOCUS)
    .split(' ')
    .map((side) => Number.parseInt(side, 10))
  const left = Math.round(((info.width - width) * fromLeft) / 100)
  const top = Math.round(((info.height - height) * fromTop) / 100)
  const cropped = sharp(data, { raw: info }).extract({ left, top, width, height })
  return cropped
    .composite(await nameOf(card))
    .jpeg(JPEG)
    .toBuffer()
}

async function nameOf({ siteName, stamp, ...named }: PhotoCard): Promise<OverlayOptions[]> {
  if (siteName === undefined) return []
  const band = drawPlate(SHARE_WIDTH, BAND, PAPER)
  return [
    { input: band, left: 0, top: SHARE_HEIGHT - BAND },
    ...(await placeName({ ...named, siteName }, NAME)),
    ...(stamp === undefined ? [] : await drawStamp(stamp, named, SHARE_HEIGHT - BAND + 20)),
  ]
}
