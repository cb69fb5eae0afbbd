import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parseSite } from '@/lib/front-matter/parse-site'
import { formatProblem } from '@/lib/front-matter/problem'
import { contrast, DARK_PAPER, LIGHT_PAPER, readableOn } from '@/lib/site/colour'

const read = (more: string) => {
  const text = `name: T\ndescription: D.\nlang: en\ntimeZone: UTC\nsections: []\n${more}\n`
  return parseSite({ path: 'site.yaml', bytes: Buffer.from(text) })
}
const problems = (more: string) => read(more).problems.map(formatProblem)

it.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#ff0000', '#ff0000', 1],
])('%s on %s has a contrast of %d', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 1)
})

it('has the style sheet’s background colours', () => {
  const tokens = readFileSync(
    path.join(import.meta.dirname, '../../../app/styles/tokens.css'),
    'utf8',
  )
  expect(tokens).toContain(`--paper: light-dark(${LIGHT_PAPER}, ${DARK_PAPER});`)
})

it.each(['#000000', '#0b3d91', '#a3241c', '#006400'])(
  '%s is lightened for the dark paper',
  (colour) => {
    expect(contrast(readableOn(colour, DARK_PAPER), DARK_PAPER)).toBeGreaterThanOrEqual(4.5)
  },
)

it('uses one colour for both themes', () => {
  const parsed = read('accent: "#0B3D91"')
  expect(parsed.ok && parsed.site.accent).toEqual({
    light: '#0b3d91',
    dark: readableOn('#0b3d91', DARK_PAPER),
  })
})

it('names a colour that readers can’t read, and what isn’t a colour', () => {
  expect(problems('accent: "#ffcc00"')).toEqual([
    "site.yaml:6:9: accent: can't be read on the light background: its contrast is 1.5, not 4.5 (choose a darker colour)",
  ])
  expect(problems('accent: red')).toEqual([
    'site.yaml:6:9: accent.light: is not a colour (write six hexadecimal digits in quotes: "#a3241c")',
  ])
})

it('reads menus of sections, tags, pages and addresses', () => {
  const parsed = read(
    'menu: [World, tag: NATO, page: about, { name: Shop, url: "https://shop.example" }]',
  )
  expect(parsed.ok && parsed.site.menu).toEqual([
    { section: 'World' },
    { tag: 'NATO' },
    { page: 'about' },
    { name: 'Shop', url: 'https://shop.example' },
  ])
  expect(problems('footer: [{ url: /archive }, { tag: A, page: b }, { tga: A }]')).toEqual([
    'site.yaml:6:10: footer[0]: has no name (add name: what readers see)',
    'site.yaml:6:29: footer[1]: leads nowhere, or to several places (give one of section, tag, page, url)',
    'site.yaml:6:52: footer[2].tga: is not a known field (did you mean tag?)',
  ])
})
