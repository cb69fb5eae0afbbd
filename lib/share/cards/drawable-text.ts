import coverage from '../fonts/coverage.json' with { type: 'json' }

/** Every code point for which one of our fonts has a glyph: alternately how many to skip and how many follow, in base 36. */
const COVERED = readRanges(coverage.covered)

function readRanges(text: string): Set<number> {
  const points = new Set<number>()
  let at = 0
  for (const [i, length] of text.split(' ').entries()) {
    const end = at + Number.parseInt(length, 36)
    if (i % 2 === 1) for (let point = at; point < end; point++) points.add(point)
    at = end
  }
  return points
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const graphemesOf = (text: string): string[] =>
  [...segmenter.segment(text)].map(({ segment }) => segment)

/** Spaces, and invisible characters that affect their neighbours: joiners, variation selectors, direction marks. */
const UNSEEN = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u
/**
 * What a sentence can lose without changing its meaning: symbols, emoji newer than our fonts, and what isn't a character.
 */
const LOSABLE = /^[\p{S}\p{P}\p{C}\p{White_Space}\p{Default_Ignorable_Code_Point}]+$/u

/** More marks on one letter than any language uses would overlap the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu

const isCovered = (grapheme: string) =>
  [...grapheme].every((character) => {
    const point = character.codePointAt(0)
    return UNSEEN.test(character) || (point !== undefined && COVERED.has(point))
  })

/**
 * The text that our fonts can draw, on one line, without symbols that have no glyph. Undefined if a letter has no glyph, or
 * if nothing is left: no text is better than one with boxes in it.
 */
export function drawableText(text: string): string | undefined {
  const kept: string[] = []
  for (const grapheme of graphemesOf(text.replace(/[\p{White_Space}\p{Cc}]+/gu, ' '))) {
    if (isCovered(grapheme)) kept.push(grapheme.replace(PILED_MARKS, '$1'))
    else if (!LOSABLE.test(grapheme)) return undefined
  }
  const drawn = kept.join('').replace(/ +/g, ' ').trim()
  return [...drawn].every((character) => UNSEEN.test(character)) ? undefined : drawn
}
