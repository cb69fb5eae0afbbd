import { expect, test } from 'vitest'
import { MAX_FILE_BYTES, MAX_LINE_LENGTH } from '@/lib/front-matter/decode-text'
import { articleOf, bytesOf, problemsOf, withFields } from './parse-helpers'

const join = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytesOf(part)] : part)))

test.each([
  ['a lone continuation byte', join('abc', [0x80], 'd'), 'is not valid UTF-8 at byte 3'],
  ['an impossible byte', join('é', [0xff]), 'is not valid UTF-8 at byte 2'],
  ['a sequence cut short', join('abc', [0xe3, 0x81]), 'is not valid UTF-8 at byte 3'],
  ['a sequence broken off', join('ab', [0xe3, 0x81], 'xyz'), 'is not valid UTF-8 at byte 2'],
  ['an encoded surrogate', join('a', [0xed, 0xa0, 0x80], 'z'), 'is not valid UTF-8 at byte 1'],
  ['Latin-1', join('caf', [0xe9], ' noir'), 'is not valid UTF-8 at byte 3'],
  ['UTF-16 with its mark', join([0xff, 0xfe], [0x61, 0]), 'is UTF-16 at byte 0'],
  ['UTF-16 the other way', join([0xfe, 0xff], [0, 0x61]), 'is UTF-16 at byte 0'],
  ['UTF-16 without a mark', join([0x61, 0, 0x62, 0]), 'holds a NUL byte at byte 1'],
  ['NUL', join('abc\nde', [0], 'f'), 'holds a NUL byte at byte 6'],
])('%s is an error with its byte', (_name, bytes, expected) => {
  expect(problemsOf(bytes)).toEqual([
    expect.stringContaining(`file: ${expected} (save the file as UTF-8)`),
  ])
})

test('a bad byte is reported with its line and column', () => {
  expect(problemsOf(join('---\r\nab', [0xff]))).toEqual([
    expect.stringContaining('articles/story.md:2:3: file: '),
  ])
})

test.each([
  ['a byte order mark', (text: string) => `\ufeff${text}`],
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['CR', (text: string) => text.replaceAll('\n', '\r')],
  ['all of them', (text: string) => `\ufeff${text.replace('\n', '\r').replace(/\n/g, '\r\n')}`],
])('a file with %s is the same article', (_name, change) => {
  const text = `${withFields('description: >', '  Some', '  words.')}\nMore.\n\nAnd more.\n`
  expect(articleOf(change(text))).toEqual(articleOf(text))
})

test.each(['202A', '202B', '202C', '202D', '202E', '2066', '2067', '2068', '2069'])(
  'the bidirectional control U+%s is an error with its place',
  (hex) => {
    const character = String.fromCodePoint(Number.parseInt(hex, 16))
    expect(problemsOf(`${withFields()}One\ntwo ${character}x\n`)).toEqual([
      `articles/story.md:8:5: file: holds the bidirectional control U+${hex}, which nobody sees (delete it)`,
    ])
  },
)

test.each([
  ['\u0007', 'U+0007'],
  ['\u000c', 'U+000C'],
  ['\u001b', 'U+001B'],
  ['\u007f', 'U+007F'],
  ['\uffff', 'U+FFFF'],
])('the control character %j is an error with its code point', (character, point) => {
  expect(problemsOf(`${withFields()}a${character}`)).toEqual([
    expect.stringContaining(`articles/story.md:7:2: file: holds the control character ${point}`),
  ])
})

test('all of them are reported at once, up to fifty', () => {
  expect(problemsOf(`${withFields()}\u2066One\u2069\ntwo\u0007\n`)).toEqual([
    expect.stringContaining('articles/story.md:7:1: file: holds the bidirectional control U+2066'),
    expect.stringContaining('articles/story.md:7:5: file: holds the bidirectional control U+2069'),
    expect.stringContaining('articles/story.md:8:4: file: holds the control character U+0007'),
  ])
  expect(problemsOf(`${withFields()}${'\u2066'.repeat(60_000)}`)).toHaveLength(50)
})

test.each([
  ['\u0097', 'U+0097 in the place of an em dash (—)', '—'],
  ['\u0092', 'U+0092 in the place of an apostrophe (’)', '’'],
  ['\u0080', 'U+0080 in the place of €', '€'],
  ['\u00e2\u0080\u0094', 'U+00E2 U+0080 U+0094 in the place of an em dash (—)', '—'],
  ['\u00c3\u0089', 'U+00C3 U+0089 in the place of É', 'É'],
  ['\u0081', 'the control character U+0081, which nobody sees', '\u0081'],
])('text misread as Latin-1, %j, is a warning, and read as it was meant', (found, told, meant) => {
  const file = `${withFields(`description: "a${found}b"`)}One\nc${found}d ${found}\n`
  expect(problemsOf(file)).toEqual([
    expect.stringContaining(`articles/story.md:4:16: file: holds ${told} (`),
  ])
  expect(articleOf(file)).toMatchObject({
    description: `a${meant}b`,
    body: `\nBody.\nOne\nc${meant}d ${meant}\n`,
  })
})

test('each misread character is reported once, and an accent before an unusual one isn’t', () => {
  expect(problemsOf(`${withFields()}caf\u00e9\u0097\u00bb \u0097 \u0093x\u0094\n`)).toEqual([
    expect.stringContaining('story.md:7:5: file: holds U+0097 '),
    expect.stringContaining('story.md:7:10: file: holds U+0093 '),
    expect.stringContaining('story.md:7:12: file: holds U+0094 '),
  ])
})

test('tabs, U+2028, joiners and direction marks are allowed in text', () => {
  expect(articleOf(`${withFields()}a\tb\u2028c\u200dd\u200ee`).body).toContain(
    'a\tb\u2028c\u200dd\u200ee',
  )
})

test('a file of 50 MB is refused by its size alone', () => {
  expect(problemsOf(new Uint8Array(50_000_000))).toEqual([
    expect.stringContaining(`file: has 50000000 bytes, more than the ${MAX_FILE_BYTES} allowed`),
  ])
})

test('a line of 1 MB is refused at its line', () => {
  expect(problemsOf(`${withFields()}${'a'.repeat(1_000_000)}`)).toEqual([
    expect.stringContaining(
      `articles/story.md:7:1: file: is longer than ${MAX_LINE_LENGTH} characters`,
    ),
  ])
})

test('every line that is too long is reported', () => {
  const long = 'a'.repeat(100_000)
  expect(problemsOf(`${withFields()}${long}\n\n${long}\n`)).toEqual([
    expect.stringContaining('articles/story.md:7:1: file: is longer than'),
    expect.stringContaining('articles/story.md:9:1: file: is longer than'),
  ])
})
