import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync(
  path.resolve(import.meta.dirname, '../../../app/styles/tokens.css'),
  'utf8',
)

/** Both colours of a token, as `light-dark(light, dark)` gives them. */
function colours(name: string): { light: string; dark: string } {
  const match = new RegExp(`--${name}:\\s*light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(
    tokens,
  )
  if (!match?.[1] || !match[2]) throw new Error(`--${name} is no pair of colours`)
  return { light: match[1], dark: match[2] }
}

/** Relative luminance: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe('contrast', () => {
  it.each([
    // Running text must reach AAA, all other text AA; a focus ring 3:1 (WCAG 1.4.11).
    ['ink', 'paper', 7],
    ['ink', 'paper-sunk', 7],
    ['ink', 'mark', 7],
    ['ink-soft', 'paper', 4.5],
    ['ink-soft', 'paper-sunk', 4.5],
    ['accent', 'paper', 4.5],
    ['accent', 'paper-sunk', 4.5],
  ])('of %s on %s is at least %s:1 in both themes', (text, ground, least) => {
    const [front, back] = [colours(text), colours(ground)]
    expect(contrast(front.light, back.light)).toBeGreaterThanOrEqual(least)
    expect(contrast(front.dark, back.dark)).toBeGreaterThanOrEqual(least)
  })
})
