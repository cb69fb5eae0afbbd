import { type DrawnText, drawText, type TextStyle } from './draw-text'
import { graphemesOf } from './drawable-text'

type Box = { width: number; height: number }
type Style = Omit<TextStyle, 'face' | 'size' | 'leading'>
type Wrap = 'word' | 'word-char'
type Setting = { style: TextStyle; wrap: Wrap; drawn: DrawnText }

/** A type scale: a headline takes the largest size in which it fits. */
const SIZES = [132, 116, 100, 88, 78, 69, 61, 54, 48, 43, 38, 34, 30, 27, 24]
const SMALLEST = 24
/** A word is broken rather than set smaller than this to fit on a line. */
const READABLE = 48
/** Ink that extends beyond its letter's own width. */
const OVERHANG = 8
/** The lines of a headline are closer together than those of a text. */
const LEADING = 0.86

/**
 * The headline as large as the box and `most` allow, in lines of about equal length; shortened with an ellipsis if nothing
 * else helps.
 */
export async function drawHeadline(
  text: string,
  side: Style,
  box: Box,
  most = Infinity,
): Promise<DrawnText> {
  const set = async (size: number, wrap: Wrap): Promise<Setting | undefined> => {
    const style = { ...side, size, face: 'headline', leading: LEADING } as const
    const drawn = await drawText(text, style, { width: box.width, wrap })
    const fits = drawn.width <= box.width + OVERHANG && drawn.height <= box.height
    return fits ? { style, wrap, drawn } : undefined
  }
  const sizes = SIZES.filter((size) => size <= most)
  const whole = await firstThat(sizes, (size) => set(size, 'word'))
  if (whole && whole.style.size >= READABLE) return balanced(text, whole)
  const smaller = sizes.filter((size) => size <= READABLE)
  const broken = await firstThat(smaller, (size) => set(size, 'word-char'))
  if (broken && broken.style.size > (whole?.style.size ?? 0)) return broken.drawn
  if (whole) return balanced(text, whole)
  return cut(text, { ...side, size: SMALLEST, face: 'headline', leading: LEADING }, box)
}

/** By bisection, since a text that fits at one size fits at each smaller one. */
async function firstThat<T>(
  sizes: readonly number[],
  attempt: (size: number) => Promise<T | undefined>,
): Promise<T | undefined> {
  let best: T | undefined
  let [from, to] = [0, sizes.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const size = sizes[middle]
    const result = size === undefined ? undefined : await attempt(size)
    if (result === undefined) from = middle + 1
    else [best, to] = [result, middle - 1]
  }
  return best
}

/** When the width is known to within this many pixels, no further try is worth it. */
const NEAR = 24

/** The narrowest setting with the same number of lines, so that the last line isn't a single word. */
async function balanced(text: string, { style, drawn: widest }: Setting): Promise<DrawnText> {
  let best = widest
  let [from, to] = [widest.width >> 1, widest.width]
  while (to - from > NEAR) {
    const width = (from + to) >> 1
    const drawn = await drawText(text, style, { width })
    // Another line adds an em to its height; a smaller difference comes from the letters in the outer lines.
    if (drawn.height > widest.height + style.size / 2 || drawn.width > width) from = width
    else [best, to] = [drawn, width]
  }
  return best
}

/** As much of the text as fits, broken within words if need be. */
async function cut(text: string, style: TextStyle, box: Box): Promise<DrawnText> {
  const graphemes = graphemesOf(text)
  const draw = (length: number) =>
    drawText(`${graphemes.slice(0, length).join('').trim()}…`, style, {
      width: box.width,
      wrap: 'word-char',
    })
  let best = await draw(1)
  let [from, to] = [1, graphemes.length]
  while (to - from > 1) {
    const length = (from + to) >> 1
    const drawn = await draw(length)
    if (drawn.height > box.height) to = length
    else [best, from] = [drawn, length]
  }
  return best
}
