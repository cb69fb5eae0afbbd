import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { drawRules, MARGIN, PAPER, SHARE_HEIGHT, SHARE_WIDTH } from '@/lib/share/cards/card-frame'
import {
  FAVICON_PATH,
  ICON_PATH,
  PLAIN_SHARE_IMAGE_PATH,
  SMALL_ICON_PATH,
  TOUCH_ICON_PATH,
  VECTOR_ICON_PATH,
} from '@/lib/share/cards/icons'
import { type Command, runCommand } from './run-command'

/** `npm run icons`: draws every icon of public/ from icon.svg, and the fallback share image. */
export const icons: Command = async (_, { cwd }) => {
  const folder = path.join(cwd, 'public')
  const drawing = await readFile(path.join(folder, VECTOR_ICON_PATH))
  const png = (side: number) =>
    sharp(drawing, { density: 600 }).resize(side, side).png({ palette: true }).toBuffer()
  const write = (file: string, bytes: Buffer) => writeFile(path.join(folder, file), bytes)
  await write(ICON_PATH, await png(512))
  await write(SMALL_ICON_PATH, await png(192))
  await write(TOUCH_ICON_PATH, await png(180))
  await write(FAVICON_PATH, iconFile(await png(FAVICON_SIDE)))
  await write(PLAIN_SHARE_IMAGE_PATH, await plainShareImage(await png(PLAIN_SIDE)))
  return 0
}

const PLAIN_SIDE = 280

/** The background of a share image with the icon on it, for when no image can be drawn. */
function plainShareImage(icon: Buffer): Promise<Buffer> {
  return sharp({
    create: { width: SHARE_WIDTH, height: SHARE_HEIGHT, channels: 3, background: PAPER },
  })
    .composite([
      { input: drawRules(false), left: 0, top: 0 },
      { input: icon, left: MARGIN, top: 240 },
    ])
    .png({ palette: true })
    .toBuffer()
}

const FAVICON_SIDE = 32
const HEADER_BYTES = 22

/** Wraps a PNG as an .ico file: a directory with one entry. */
function iconFile(png: Buffer): Buffer {
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

await runCommand(import.meta.url, icons)
