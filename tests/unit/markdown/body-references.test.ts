import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasAnchor } from '@/lib/markdown/body-anchors'
import { type BodyReferences, bodyReferences, referencesIn } from '@/lib/markdown/body-references'
import { parseMarkdown } from '@/lib/markdown/markdown-to-hast'
import { withoutPlainBlocks } from '@/lib/markdown/plain-blocks'
import { renderBody } from '@/lib/markdown/render-body'
import { runs } from '../../support/runs'

/** Pieces whose combinations are hard to parse. */
const PIECES = [
  'Plain words of a sentence, with a comma.',
  'word',
  '[a link](/articles/a)',
  '[a **bold** link](/b "its title")',
  '![alt](c.png)',
  '![](d.png "no alt")',
  '[out](https://x.example/a_b?c=d)',
  '[out](https://x.example/a(b))',
  '[label]',
  '[label][two]',
  '[label]: /target',
  '[two]:\n/other',
  '<a href="/e">',
  '</a>',
  '<marquee>',
  '<!-- a comment',
  '-->',
  '<div>',
  '`code [x](y)`',
  '`',
  '```',
  '~~~',
  '# Heading',
  '===',
  '---',
  '- item',
  '1. item',
  '> quoted',
  '    indented',
  '\\[',
  '\\',
  '!',
  '&amp;',
  '(',
  ')',
  '(/articles/f)',
  '[^1]',
  '[^1]: a note',
  '| a | b |',
  '|---|---|',
  '日本語の文。',
  '*em*',
  '**',
]
const SEAMS = ['\n', '\n\n', ' ', '', '\n   \n', '\n  ']

const bodies = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...SEAMS)), { maxLength: 24 })
  .map((parts) => parts.flat().join(''))

/** Without links to other sites, which a body with nothing else doesn't report. */
const insideOnly = (references: BodyReferences) => ({
  ...references,
  links: references.links.filter(({ href }) => !href.startsWith('https:')),
})

test('references are those of the whole body, at their places', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      expect(insideOnly(bodyReferences(body))).toEqual(
        insideOnly(referencesIn(parseMarkdown(body))),
      )
    }),
    { seed: 8, numRuns: runs(3000) },
  )
})

test('plain prose is reduced, and nothing else is', () => {
  const body = 'One.\nTwo.\n\nSee [it](/a) now.\n\n- One.\n'
  expect(withoutPlainBlocks(body)).toBe('x\nx\n\nS,,,[it](/a) ,,,,\n\n- One.\n')
})

test('every id of the page is found, and no other', () => {
  const context = { imageSize: () => undefined, mediaUrl: (src: string) => src }
  fc.assert(
    fc.property(bodies, (body) => {
      const { headings, sentences } = renderBody(body, context)
      for (const { id } of [...headings, ...sentences]) {
        expect(hasAnchor(body, 'en', id)).toBe(true)
      }
      expect(hasAnchor(body, 'en', 'h-nothing-of-this-name')).toBe(false)
    }),
    { seed: 8, numRuns: runs(500) },
  )
})
