import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss, { type Declaration } from 'postcss'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

/** Style sheets, and those that scripts bring as text. */
const sheets = ['app', 'components']
  .flatMap((room) =>
    readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${room}/${name}`,
    ),
  )
  .flatMap((file) => {
    if (!/\.css$|elements\/[\w-]+\.ts$/.test(file)) return []
    const text = readFileSync(path.join(root, file), 'utf8')
    if (file.endsWith('.css')) return [{ file, css: text }]
    return [...text.matchAll(/^const STYLE =\s*[`']([^`']*)[`']/gm)].map(([, css = '']) => ({
      file,
      css,
    }))
  })

/** They have a name by the direction of the text: `margin-inline-start`, `inset-inline-end`, `border-start-end-radius`. */
const PHYSICAL =
  /^(?:left|right)$|^(?:(?:scroll-)?(?:margin|padding)|border)-(?:left|right)\b|^border-(?:top|bottom)-(?:left|right)-radius$/
const SIDED = /^(?:text-align(?:-last)?|float|clear)$/
/** Four values are top, right, bottom, left. */
const FOUR_SIDES = /^(?:(?:scroll-)?(?:margin|padding)|inset|border-(?:width|color|style))$/

function fault({ prop, value }: Declaration): boolean {
  if (PHYSICAL.test(prop)) return true
  if (SIDED.test(prop)) return /\b(?:left|right)\b/.test(value)
  const sides = postcss.list.space(value)
  return FOUR_SIDES.test(prop) && sides.length === 4 && sides[1] !== sides[3]
}

test('nothing is placed at the left or right that stands at the start or end of a line', () => {
  expect(sheets.length).toBeGreaterThan(40)
  const faults = sheets.flatMap(({ file, css }) => {
    const found: string[] = []
    postcss.parse(css).walkDecls((declaration) => {
      if (fault(declaration))
        found.push(
          `${file}:${declaration.source?.start?.line}: ${declaration.prop}: ${declaration.value}`,
        )
    })
    return found
  })
  expect(faults, 'say it by the direction of the text: inline-start, inline-end').toEqual([])
})
