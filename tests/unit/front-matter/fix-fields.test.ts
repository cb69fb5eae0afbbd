import { expect, test } from 'vitest'
import type { FixContext } from '@/lib/front-matter/fix/fix-fields'
import { fixText } from '@/lib/front-matter/fix/fix-text'
import { readForeignDate } from '@/lib/front-matter/fix/foreign-date'
import { parse, problemsOf, withFields } from './parse-helpers'

const fixed = (
  fields: string,
  { kind = 'article', path = 'articles/a.md', sections = [] }: Partial<FixContext> = {},
) =>
  fixText(`---\n${fields}\n---\nBody.\n`, { kind, path, sections })
    .text.replace(/^---\n/, '')
    .replace(/\n---\nBody\.\n$/, '')

test('an article of another system is fixed field by field, and what is right stays as it was written', () => {
  const jekyll = [
    'layout: post',
    '# Set by the desk.',
    "title:   'Moved &#8211; from Jekyll'   # as it was",
    'author: Ann Lee',
    'excerpt: One line.',
    'categories: [City, Harbour]',
    'tags: security, ports',
    'permalink: /2013/11/22/moved/',
    'lastmod: November 23, 2013',
    'published: false',
    'source: { name: "Harbour Gazette" } # first',
  ].join('\n')
  const path = 'articles/2013-11-22-moved.md'
  expect(fixed(jekyll, { path, sections: ['City'] })).toBe(
    [
      '# Set by the desk.',
      'title: Moved – from Jekyll',
      'date: 2013-11-22',
      'authors:',
      '  - Ann Lee',
      'description: One line.',
      'section: City',
      'tags:',
      '  - Harbour',
      '  - security',
      '  - ports',
      'aliases:',
      '  - /2013/11/22/moved/',
      'updated: 2013-11-23',
      'draft: true',
      'source: { name: "Harbour Gazette" } # first',
    ].join('\n'),
  )
})

test.each([
  ['author: Ann Lee and Bob Ray', 'one name or two'],
  ['permalink: /:year/:title/', 'a pattern, no address'],
  ['permalink: /archive', 'an address of the site itself'],
  ['excerpt: One\ndescription: Two', 'two descriptions'],
  ['summary: One\nteaser: Two', 'two descriptions, of which the first is taken'],
  ['publishDate: 2024-01-02\ndate: 2024-01-01', 'two dates'],
  ['published: soon', 'no flag'],
  ['section: A\nsections: B', 'a misspelt name'],
  ['title: [A', 'no YAML'],
])('%s stays, for it is %s', (fields) => {
  const text = fixed(fields)
  expect(text).toBe(fields.replace('summary: One', 'description: One'))
})

test.each([
  ['authors: Ann Lee, Bob Ray', 'authors:\n  - Ann Lee\n  - Bob Ray'],
  ['authors: [{ name: Ann Lee, email: a@example.org }]', undefined],
  ['author: { name: Ann Lee, email: a@example.org }', 'authors:\n  - Ann Lee'],
  ['category: City', 'section: City'],
  ['categories: [City]\ntags: [Harbour]', 'section: City\ntags: [Harbour]'],
  ['categories: [City, Port]\ntags: [Port, Sea]', 'tags:\n  - City\n  - Port\n  - Sea'],
  ['published: true\ntitle: A', 'title: A'],
  ['draft: "True"', 'draft: true'],
  ['comments: false', 'comments: closed'],
  ['url: https://old.example/a-story', 'aliases:\n  - /a-story'],
  ['redirect_from: [/a, /b/]\naliases: [c]', 'aliases:\n  - /a\n  - /b/\n  - c'],
  ['cover: /images/a.jpg\ncover_alt: A wall', undefined],
  ['featured_image: a.jpg', 'image:\n  src: a.jpg'],
  ['pubDate: Tue, 05 Mar 2024 09:30:00 GMT', 'date: 2024-03-05T09:30:00+00:00'],
  ['Author: Ann Lee', 'authors:\n  - Ann Lee'],
  ['description: Tom &amp; Jerry', 'description: Tom & Jerry'],
  ['description: AT&T', undefined],
])('%s becomes %s', (fields, result) => {
  const known = fields.startsWith('cover:')
    ? 'image:\n  src: /images/a.jpg\n  alt: A wall\ncover_alt: A wall'
    : fields
  expect(fixed(fields)).toBe(result ?? known)
})

test('a plain page gets no field that only articles have', () => {
  const fields = 'layout: page\ntitle: About\nauthor: Ann\npermalink: /about-us/'
  expect(fixed(fields, { kind: 'page', path: 'pages/2024-01-02-about.md' })).toBe(
    'title: About\nauthor: Ann\npermalink: /about-us/',
  )
})

test.each([
  ['2013-11-22 5:00:00 +0000', '2013-11-22T05:00:00+00:00'],
  ['2013-11-22 05:00:00 -4', '2013-11-22T05:00:00-04:00'],
  ['2013-11-22 05:00 EST', '2013-11-22T05:00-05:00'],
  ['2013-11-22T05:00:00.000+0900', '2013-11-22T05:00:00+09:00'],
  ['2013/3/2 9:30 pm', '2013-03-02T21:30'],
  ['2013.03.02, 12:05 a.m.', '2013-03-02T00:05'],
  ['March 5, 2024', '2024-03-05'],
  ['Mar 5th 2024 9:30 am', '2024-03-05T09:30'],
  ['Tuesday, March 5, 2024 at 9:30 AM', '2024-03-05T09:30'],
  ['5 March 2024', '2024-03-05'],
  ['05-Sep-2024', '2024-09-05'],
  ['Tue, 05 Mar 2024 09:30:00 GMT', '2024-03-05T09:30:00+00:00'],
  ['Tue Mar 05 2024 09:30:00 GMT+0100 (CET)', '2024-03-05T09:30:00+01:00'],
  ['20240305', '2024-03-05'],
  ['25/12/2024', '2024-12-25'],
  ['12/25/2024', '2024-12-25'],
  ['3/4/2024', undefined],
  ['2013-11-22 05:00 IST', undefined],
  ['February 30, 2024', undefined],
  ['13:30 pm, 5 March 2024', undefined],
  ['2024', undefined],
])('the date %s is read as %s', (written, date) => {
  expect(readForeignDate(written)).toBe(date)
})

test('another system’s field is named with ours', () => {
  expect(problemsOf(withFields('lastmod: 2025-06-29', 'layout: post', 'published: false'))).toEqual(
    [
      'articles/story.md:4:1: lastmod: is not a known field (here it is called updated; npm run content:check -- --fix does it where that is certain)',
      'articles/story.md:5:1: layout: is not a known field (remove it: it says nothing here; npm run content:check -- --fix does it where that is certain)',
      'articles/story.md:6:1: published: is not a known field (write draft: true for an article that isn’t published; npm run content:check -- --fix does it where that is certain)',
    ],
  )
})

test('fields that a CMS saved empty count as absent', () => {
  const parsed = parse(
    withFields(
      ...['description: ""', 'updated: ""', 'tags: []', 'authors:', '  - ""', 'section:'],
      ...['source: { name: "", url: "" }', 'corrections: [{ date: "", text: "" }]', 'lang: ~'],
    ),
  )
  expect(parsed.problems).toEqual([])
  expect(parsed.ok && parsed.article).toMatchObject({ authors: [], tags: [], corrections: [] })
  expect(parsed.ok && 'source' in parsed.article).toBe(false)
})

test.each([
  ['draft:', 'draft: is empty'],
  ['withdrawn: ""', 'withdrawn: must be fields of its own'],
  ['title2: ""', ''],
  ['source: { name: "", url: "https://a.example" }', 'source.name: is missing'],
  ['authors: ["", Ann Lee]', 'authors[0]: is empty'],
])('%s says too little: an error', (line, problem) => {
  const found = problemsOf(withFields(line)).join('\n')
  expect(found).toContain(problem)
})
