import { existsSync, rmSync } from 'node:fs'
import matter from 'gray-matter'
import { expect, test } from 'vitest'
import { articleOf, bytesOf, problemsOf, withFields } from './parse-helpers'

const story = (front: string) => `${front}\nBody.\n`

test.each([
  ['an empty file', '', '1:1: front matter: is missing: the file is empty'],
  ['no front matter', 'Just text.\n', '1:1: front matter: is missing'],
  ['an unclosed one', story('---\ntitle: A'), '1:1: front matter: is never closed'],
  ['four hyphens', story('----\ntitle: A\n----'), '1:4: front matter: opens with 4 hyphens'],
  ['four hyphens at the end', story('---\ntitle: A\n----'), '3:1: front matter: ends with ----'],
  ['a leading space', story(' ---\ntitle: A\n---'), '1:1: front matter: opens with a space'],
  [
    'an empty line before',
    story('\n---\ntitle: A\n---'),
    '2:1: front matter: begins after an empty line',
  ],
  [
    'an indented end',
    story('---\ntitle: A\n ---'),
    '3:1: front matter: is closed by an indented ---',
  ],
  [
    'a tab',
    story('---\ntitle: A\nsource:\n\tname: B\n---'),
    '4:1: front matter: is not valid YAML: Tabs',
  ],
  ['a key twice', withFields('title: Again'), '4:1: title: is given twice (keep one of them)'],
  ['a list at the top', story('---\n- a\n---'), '2:1: front matter: is not a list of fields'],
  ['an alias', withFields('tags: [&a Japan, *a]'), '4:11: front matter: uses a YAML anchor'],
  [
    'a tag',
    withFields('section: !!js/regexp /a/'),
    '4:10: front matter: is not valid YAML: Unresolved tag',
  ],
  ['two colons', story('---\ntitle: He said: no\n---'), '2:8: front matter: is not valid YAML'],
])('front matter with %s is one error at its line', (_name, text, expected) => {
  const problems = problemsOf(text)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(`articles/story.md:${expected}`)
  expect(problems[0]).toMatch(/\(.+\)$/)
})

test.each(['js', 'javascript', 'json', 'coffee', 'toml', 'yaml', 'python', ' js'])(
  'front matter in %j is refused and nothing is executed',
  (language) => {
    const mark = '/tmp/broadsheet-front-matter-ran'
    rmSync(mark, { force: true })
    const code = `require('fs').writeFileSync(${JSON.stringify(mark)}, '') || { title: 'Ran' }`
    expect(problemsOf(`---${language}\n${code}\n---\nBody.\n`)).toEqual([
      expect.stringContaining(
        `articles/story.md:1:4: front matter: opens with ---${language.trim()}`,
      ),
    ])
    expect(existsSync(mark)).toBe(false)
  },
)

test('a broken file read twice gives the same errors twice', () => {
  const broken = story('---\ntitle: [A\ndate: 2025-02-30\n---')
  expect(problemsOf(broken)).not.toEqual([])
  expect(problemsOf(broken)).toEqual(problemsOf(broken))
})

test('gray-matter caches nothing between two files, and two articles share no list', () => {
  const before = Object.keys(Object(Reflect.get(matter, 'cache'))).length
  const first = articleOf(withFields('tags: [Japan]'))
  first.tags.push('changed')
  expect(articleOf(withFields('tags: [Japan]')).tags).toEqual(['Japan'])
  expect(Object.keys(Object(Reflect.get(matter, 'cache'))).length).toBe(before)
})

test.each([
  ['flow lists', `---\na: ${'['.repeat(10_000)}\n---\n`],
  ['dashes', `---\na:\n${'- '.repeat(10_000)}\n---\n`],
  ['question marks', `---\n${'? '.repeat(10_000)}\n---\n`],
  ['maps', `---\na: ${'{a: '.repeat(10_000)}\n---\n`],
  [
    'indentation',
    `---\n${Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n---\n`,
  ],
])('YAML nested by %s is an error, not a crash', (_name, text) => {
  expect(problemsOf(text)).toEqual([expect.stringMatching(/is nested too deeply|is longer than/)])
})

test('front matter of more than 64 KB is an error', () => {
  expect(problemsOf(withFields(...Array.from({ length: 9000 }, () => '# comment')))).toEqual([
    expect.stringContaining('is longer than 65536 characters'),
  ])
})

test('every problem is reported at once, in the order of the file', () => {
  const text = story(
    [
      ...[
        '---',
        'titel: A story',
        'date: 2025-13-01',
        'tags: Japan',
        'source:',
        '  nam: Jiji',
        'draft: yes',
      ],
      ...[
        'comments: maybe',
        'image: photo.jpg',
        'authors:',
        'section: 3',
        'corrections:',
        '  - date: 2025-02-29',
      ],
      ...['    text: Mended', '---'],
    ].join('\n'),
  )
  expect(problemsOf(text)).toEqual([
    'articles/story.md:2:1: titel: is not a known field (did you mean title?)',
    'articles/story.md:3:7: date: there is no month 13 (write it like 2025-06-28, 2025-06-28T15:28 or 2025-06-28T15:28+09:00)',
    'articles/story.md:4:7: tags: must be a list, not text (write it as [one, two])',
    'articles/story.md:6:3: source.nam: is not a known field (did you mean name?)',
    'articles/story.md:7:8: draft: must be true or false, not text (write true or false, without quotes)',
    'articles/story.md:8:11: comments: has an unknown value (write open or closed)',
    'articles/story.md:9:8: image: must be fields of its own, not text (write its fields below it, indented)',
    'articles/story.md:11:10: section: must be text, not a number (put the value in quotes)',
    'articles/story.md:13:11: corrections[0].date: month 2 of 2025 has no day 29 (write it like 2025-06-28, 2025-06-28T15:28 or 2025-06-28T15:28+09:00)',
  ])
})

test('an unknown field that resembles no other names the three nearest, or all if there are few', () => {
  const lines = ['volume: 3', 'image: { src: a.png, alt: A, position: top }']
  expect(problemsOf(withFields(...lines))).toEqual([
    'articles/story.md:4:1: volume: is not a known field (the fields most like it are source, title, date; see the guide, content/README.md, for all)',
    'articles/story.md:5:30: image.position: is not a known field (known fields: src, alt, credit, caption, focus)',
  ])
})

test.each([
  ['double quotes', ['description: "The council met on', 'Monday and decided."']],
  ['single quotes', ["description: 'The council met on", "Monday and decided.' # said it"]],
])('a text in %s whose later lines aren’t indented is read as one', (_name, lines) => {
  const { description, tags } = articleOf(withFields(...lines, 'tags: ["A", ', "  'B']"))
  expect({ description, tags }).toEqual({
    description: 'The council met on Monday and decided.',
    tags: ['A', 'B'],
  })
})

test('a mistake after such a text is reported at its own line', () => {
  const lines = ['description: "One', 'two', '', 'three \\" four."', 'section: 7']
  expect(problemsOf(withFields(...lines))).toEqual([
    'articles/story.md:8:10: section: must be text, not a number (put the value in quotes)',
  ])
})

test.each([
  [
    'a text that goes on with what could be a field',
    ['description: "The council said', 'Note: it decided."'],
    '5:1: description: continues at the start of a line (indent it by two spaces, or close the quotation mark before it)',
  ],
  [
    'a quotation mark that is never closed',
    ['description: "The council met on', 'section: City'],
    '5:14: front matter: is not valid YAML: Missing closing "quote (close it)',
  ],
  [
    'one that only the next quotation mark would close',
    ['description: "The council met on', 'section: "City"'],
    '4:33: front matter: is not valid YAML: Missing closing "quote (close it)',
  ],
])('%s is an error that says what to do', (_name, lines, expected) => {
  expect(problemsOf(withFields(...lines))).toEqual([expect.stringContaining(expected)])
})

test('title and date are required', () => {
  expect(problemsOf('---\nlead: true\n---\nBody.\n')).toEqual([
    'articles/story.md:1:1: title: is missing (add it)',
    'articles/story.md:1:1: date: is missing (add it)',
  ])
})

test('prototype keys are unknown fields like any other', () => {
  expect(problemsOf(withFields('__proto__: {lead: true}', 'constructor: x'))).toEqual([
    expect.stringContaining(':4:1: __proto__: is not a known field'),
    expect.stringContaining(':5:1: constructor: is not a known field'),
  ])
})

test('every field is read', () => {
  const article = articleOf(
    withFields(
      ...[
        'description: |',
        '  Two',
        '  lines.',
        'source: {name: Jiji Press, url: "https://jen.jiji.com/a"}',
      ],
      ...[
        'authors: [Ann Lee]',
        'tags: ["2+2", NATO]',
        'section: Economy',
        'lead: true',
        'evergreen: true',
      ],
      ...[
        'image: {src: media/a.jpg, alt: A ship, credit: AP, caption: At sea}',
        'lang: pt-BR',
        'comments: closed',
      ],
      ...[
        'canonical: https://example.org/x',
        'aliases: [old-name, /2019/story.html]',
        'draft: true',
      ],
      ...[
        'updated: 2025-06-29T10:00',
        'expires: 2026-01-01',
        'withdrawn: {date: 2025-07-01, reason: Wrong}',
      ],
    ),
  )
  expect(article).toMatchObject({
    description: 'Two\nlines.',
    source: { name: 'Jiji Press', url: 'https://jen.jiji.com/a' },
    authors: ['Ann Lee'],
    tags: ['2+2', 'NATO'],
    aliases: ['/articles/old-name', '/2019/story.html'],
    image: { src: 'media/a.jpg', alt: 'A ship', credit: 'AP', caption: 'At sea' },
    withdrawn: { reason: 'Wrong' },
    comments: 'closed',
    body: '\nBody.\n',
    bodyLine: 23,
    slug: 'story',
  })
})

test('an absent field has no key, except the language, which is then the site’s; lists are empty', () => {
  const article = articleOf(withFields())
  expect(Object.keys(article).sort()).toEqual([
    'aliases',
    'authors',
    'body',
    'bodyLine',
    'corrections',
    'draft',
    'evergreen',
    'lang',
    'lead',
    'path',
    'published',
    'slug',
    'tags',
    'title',
  ])
})

test.each([
  ['control character', 'title: "a\\u0007b"', 'U+0007'],
  ['bidirectional control', 'title: "a\\u202Eb"', 'U+202E'],
  ['half a character', 'title: "a\\uD800b"', 'U+D800'],
])('an escaped %s in a field is an error with its code point', (_name, line, point) => {
  expect(problemsOf(`---\n${line}\ndate: 2025-06-28\n---\nBody.\n`)).toEqual([
    expect.stringMatching(
      new RegExp(`^articles/story\\.md:2:8: title: .*${point.replace('+', '\\+')}`),
    ),
  ])
})

test.each([
  '</script><script>alert(1)</script>',
  ']]> & <b>',
  'a\u2028b',
  'رئيس الوزراء',
  '日本の首相',
  'प्रधानमंत्री 🇯🇵',
  'x'.repeat(300),
])('the title %j survives as it was written', (title) => {
  expect(
    articleOf(`---\ntitle: ${JSON.stringify(title)}\ndate: 2025-06-28\n---\nBody.\n`).title,
  ).toBe(title)
})

test.each([
  'javascript:alert(1)',
  'ftp://x.org',
  '//x.org',
  'x.org',
  'https://',
  'https://x y.org',
  'data:text/html,x',
])('the address %j of a source is refused', (url) => {
  expect(problemsOf(withFields(`source: {name: A, url: ${JSON.stringify(url)}}`))).toEqual([
    expect.stringContaining('source.url: '),
  ])
})

test('a file with only front matter is an article with a warning', () => {
  expect(problemsOf(bytesOf('---\ntitle: A\ndate: 2025-06-28\n---\n'))).toEqual([
    expect.stringContaining('articles/story.md:5:1: body: is empty'),
  ])
})

test.each(['50%', 'top left', '101% 0%', '50% 25% 0%', '-1% 5%', '50.5% 20%'])(
  'the focus %j of a picture is refused, and the error says what to write',
  (focus) => {
    const image = `image: {src: a.jpg, alt: A ship, focus: ${JSON.stringify(focus)}}`
    expect(problemsOf(withFields(image))).toEqual([
      expect.stringMatching(/image\.focus: .*is not a place in a picture.*50% 25%/),
    ])
  },
)

test('the error for an unknown kind lists the existing ones', () => {
  expect(problemsOf(withFields('kind: satire'))).toEqual([
    expect.stringMatching(/:\d+:\d+: kind: .*news.*analysis.*sponsored/),
  ])
})
