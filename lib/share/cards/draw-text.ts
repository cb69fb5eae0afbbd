import sharp from 'sharp'
import { escapeXml } from '@/lib/feeds/xml'
import { setFonts } from '@/lib/site/env'
import { libFile } from '@/lib/threads/find-code'

setFonts(libFile('share', 'fonts', 'fonts.conf'))

/** The faces by purpose, with their names in Pango. Fontconfig finds the faces of all other scripts by their letters. */
export const FACES = {
  headline: 'Noto Serif Bold',
  label: 'Noto Sans Bold',
  note: 'Noto Sans',
} as const

export type TextStyle = {
  face: keyof typeof FACES
  /** Pixels of an em. */
  size: number
  /** `#rrggbb` */
  color: string
  direction: 'ltr' | 'rtl'
  lang: string
  /** A factor of the face's own line height. */
  leading?: number
}

export type DrawnText = { data: Buffer; width: number; height: number; channels: 4 }

/** At this resolution one pixel of the image is one of Pango's points. */
const DPI = 72

/** Sets the paragraph's direction, whatever its first letter. */
const MARKS = { ltr: '\u200e', rtl: '\u200f' }

type Layout = { width?: number; wrap?: 'word' | 'word-char' }

/**
 * Text as pixels, cropped to its ink, broken into lines of `width` if that is given. Nothing in the text is read as Pango's
 * markup.
 */
export function drawText(text: string, style: TextStyle, layout: Layout = {}): Promise<DrawnText> {
  return drawMarkup(span(text, style), style, layout)
}

/**
 * A line of text whose position doesn't depend on its letters: an invisible bar (in the colour behind it) that extends
 * above and below them gives every line the same height.
 */
export function drawLine(text: string, style: TextStyle, behind: string): Promise<DrawnText> {
  return drawMarkup(span(text, style) + span('|', { ...style, color: behind }), style)
}

function span(text: string, { face, size, color, lang, leading = 1 }: TextStyle): string {
  const attributes = { size: `${size}pt`, foreground: color, lang, line_height: leading }
  const written = Object.entries({ font: FACES[face], ...attributes }).map(
    ([name, value]) => `${name}="${escapeXml(String(value))}"`,
  )
  return `<span ${written.join(' ')}>${escapeXml(text)}</span>`
}

async function drawMarkup(
  markup: string,
  { direction }: TextStyle,
  { width, wrap = 'word' }: Layout = {},
): Promise<DrawnText> {
  const text = { text: MARKS[direction] + markup, rgba: true, dpi: DPI, wrap }
  const { data, info } = await sharp({ text: { ...text, ...(width !== undefined && { width }) } })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 4 }
}
