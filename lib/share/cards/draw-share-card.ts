import sharp, { type OverlayOptions } from 'sharp'
import { directionOf } from '@/lib/language/direction'
import {
  ACCENT,
  type Box,
  drawPlate,
  drawRules,
  drawWordmark,
  HEADLINE,
  HEADLINE_ALONE,
  INK,
  INK_SOFT,
  KICKER,
  MARGIN,
  MEASURE,
  MOTTO,
  MOTTO_SIZE,
  NAME,
  NAME_ALONE,
  NOTE,
  PAPER,
  SHARE_HEIGHT,
  SHARE_WIDTH,
  STAMP,
} from './card-frame'
import { drawHeadline } from './draw-headline'
import { type DrawnText, drawLine, drawText, type TextStyle } from './draw-text'
import { drawableText, graphemesOf } from './drawable-text'
import type { Stamp } from './photo-card'
import type { ShareCard } from './share-card'

type Side = Pick<TextStyle, 'direction' | 'lang'>
type Placed = OverlayOptions & { left: number; top: number }

/** Shades between five colours; more would make a larger file that looks the same. */
const COLOURS = 64

/** The image of a card, PNG. Text with letters that our fonts lack is left out. */
export async function drawShareCard(card: ShareCard): Promise<Buffer> {
  const { accent = ACCENT } = card
  const side: Side = { direction: directionOf(card.lang), lang: card.lang }
  const headline = drawable(card.headline)
  const kicker = drawable(card.kicker)
  const note = drawable(card.notes.map((part) => `${ISOLATE}${part}${END}`).join(' · '))
  const motto = drawable(card.motto)
  const parts = [
    [{ input: drawRules(note !== undefined), left: 0, top: 0 }],
    await placeName(card, headline ? NAME : NAME_ALONE),
    headline ? await placeHeadline(headline, side, kicker ? HEADLINE : HEADLINE_ALONE) : [],
    motto ? await placeHeadline(motto, side, MOTTO, MOTTO_SIZE) : [],
    kicker ? await placeLine(kicker, { ...side, ...KICKER, face: 'label', color: accent }) : [],
    note ? await placeLine(note, { ...side, ...NOTE, face: 'note', color: INK_SOFT }) : [],
    card.stamp ? await drawStamp(card.stamp, card) : [],
  ]
  return sharp({
    create: { width: SHARE_WIDTH, height: SHARE_HEIGHT, channels: 3, background: PAPER },
  })
    .composite(parts.flat())
    .png({ palette: true, colours: COLOURS, effort: 5 })
    .toBuffer()
}

/** Put around each note, so that a date keeps its own order beside an Arabic name. */
const [ISOLATE, END] = ['\u2068', '\u2069']

const drawable = (text = '') => drawableText(text)

const asInput = ({ data, width, height, channels }: DrawnText) => ({
  input: data,
  raw: { width, height, channels },
})

/** Where text of this width begins: at the margin where reading starts in its language. */
const startOf = (width: number, direction: Side['direction']) =>
  direction === 'rtl' ? SHARE_WIDTH - MARGIN - width : MARGIN

const place = (drawn: DrawnText, { direction }: Side, top: number): Placed => ({
  ...asInput(drawn),
  left: startOf(drawn.width, direction),
  top,
})

async function placeHeadline(text: string, side: Side, box: Box, most?: number) {
  return [place(await drawHeadline(text, { ...side, color: INK }, box, most), side, box.top)]
}

async function placeLine(text: string, style: TextStyle & { top: number }): Promise<Placed[]> {
  return [place(await fitLine(text, style), style, style.top)]
}

const LAST_WORD = /\s+\S*$/u

/** One line, shortened to the measure, between words if possible. */
async function fitLine(text: string, style: TextStyle): Promise<DrawnText> {
  let line = await drawLine(text, style, PAPER)
  let kept = graphemesOf(text)
  while (line.width > MEASURE && kept.length > 1) {
    const most = Math.floor((kept.length * MEASURE) / line.width)
    kept = kept.slice(0, Math.min(kept.length - 1, most))
    line = await drawLine(`${kept.join('').replace(LAST_WORD, '')}…`, style, PAPER)
  }
  return line
}

type Named = Pick<ShareCard, 'accent' | 'siteLang' | 'siteName' | 'wordmark'>

/** The site's name: its drawing, or else set in type if our fonts have its letters. */
export async function placeName(named: Named, box: Box): Promise<Placed[]> {
  const { wordmark, siteName, siteLang: lang = 'en' } = named
  const side: Side = { direction: directionOf(lang), lang }
  if (wordmark) {
    const { input, width } = drawWordmark(wordmark, box)
    return [{ input, left: startOf(width, side.direction), top: box.top }]
  }
  const name = drawableText(siteName)
  if (name === undefined) return []
  return [place(await drawHeadline(name, { ...side, color: INK }, box), side, box.top)]
}

/** How old the story is, on a plate opposite the name: the first thing that anyone should notice. */
export async function drawStamp(
  { text, lang }: Stamp,
  { siteLang = 'en', accent = ACCENT }: Pick<Named, 'siteLang' | 'accent'>,
  top = STAMP.top,
): Promise<Placed[]> {
  const { height, padding, size } = STAMP
  const style = { face: 'label', size, color: PAPER, direction: directionOf(lang), lang } as const
  const drawn = await drawText(text, style)
  const width = drawn.width + 2 * padding
  const across = directionOf(siteLang) === 'rtl' ? 'ltr' : 'rtl'
  const left = startOf(width, across)
  return [
    { input: drawPlate(width, height, accent), left, top },
    { ...asInput(drawn), left: left + padding, top: top + Math.round((height - drawn.height) / 2) },
  ]
}
