/** The backgrounds of the two themes, as in app/styles/tokens.css. */
export const LIGHT_PAPER = '#fffefb'
export const DARK_PAPER = '#141618'

/** WCAG 2.2's minimum for text: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const MIN_CONTRAST = 4.5

const channels = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours (`#a3241c`), from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** Steps on the way to white. */
const STEPS = 20

/** The colour itself, or a lighter one that is readable on a dark ground. */
export function readableOn(colour: string, ground: string): string {
  for (let step = 0; step < STEPS; step++) {
    const lighter = channels(colour).map((value) =>
      Math.round(value + ((255 - value) * step) / STEPS),
    )
    const hex = `#${lighter.map((value) => value.toString(16).padStart(2, '0')).join('')}`
    // A little more than the minimum: thin letters look darker than their colour.
    if (contrast(hex, ground) >= MIN_CONTRAST + 1) return hex
  }
  return '#ffffff'
}
