import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { contentCheck } from '@/lib/commands/content-check'
import { formatProblem } from '@/lib/front-matter/problem'
import { callCommand } from '../../support/call-command'
import { withFields } from '../front-matter/parse-helpers'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const PICTURE = readFileSync(path.join(root, 'tests/fixtures/hostile/articles/harbour.png'))
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-content-'))
  write('site.yaml', 'name: The Paper\ndescription: News\nlang: en\ntimeZone: Asia/Tokyo\n')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, text: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

const problems = async () => {
  const { problems } = await findContentProblems(folder, { now: new Date('2026-01-01') })
  return problems.map(formatProblem)
}

/** The problems reported, without the summary in the last lines. */
const told = ({ stdout, stderr }: { stdout: string; stderr: string }) => ({
  lines: stdout.split('\n').slice(0, -1),
  summary: stderr.trim().split('\n').at(-1),
})

/** Thirteen mistakes of different kinds, one per file, each with the start of its line. */
const MISTAKES: [file: string, text: string | Uint8Array, line: string][] = [
  [
    'articles/alias.md',
    withFields('aliases: ["//evil"]'),
    '4:11: aliases[0]: "//evil" leads to another site',
  ],
  [
    'articles/alt.md',
    `${withFields()}![](/media/a.png)`,
    '7:1: body: has an image without alt text',
  ],
  [
    'articles/bidi.md',
    `${withFields()}a\u202eb`,
    '7:2: file: holds the bidirectional control U+202E',
  ],
  ['articles/bytes.md', Uint8Array.of(0x61, 0xff), '1:2: file: is not valid UTF-8 at byte 1'],
  ['articles/con.md', withFields(), '1:1: slug: "con" is the name of a device'],
  [
    'articles/day.md',
    '---\ntitle: A\ndate: 2025-02-30\n---\nBody.\n',
    '3:7: date: month 2 of 2025 has no day 30',
  ],
  [
    'articles/deep.md',
    `${withFields()}${'* '.repeat(3000)}a`,
    '7:1: body: nests lists and quotations',
  ],
  [
    'articles/image.md',
    withFields('image: {src: none.jpg, alt: A}'),
    '4:14: image.src: there is no image articles/none.jpg',
  ],
  [
    'articles/key.md',
    '---\ntitel: A\ndate: 2025-02-03\n---\nBody.\n',
    '2:1: titel: is not a known field (did you mean title?)',
  ],
  [
    'articles/link.md',
    `${withFields()}See [it](/articles/dya).`,
    '7:5: body: the link "/articles/dya" leads nowhere (did you mean day?)',
  ],
  ['articles/script.md', '---js\n{}\n---\n', '1:4: front matter: opens with ---js'],
  ['articles/twice.md', withFields('title: B'), '4:1: title: is given twice'],
  ['articles/unclosed.md', '---\ntitle: A\n', '1:1: front matter: is never closed'],
]

test('thirteen kinds of mistakes in one folder give thirteen lines, and the exit code is 1', async () => {
  for (const [file, text] of MISTAKES) write(file, text)
  write('media/a.png', PICTURE)
  write('articles/right.md', withFields())
  const command = ['--import', 'tsx', 'lib/commands/content-check.ts', folder]
  const ended = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' })
  const { lines, summary } = told(ended)
  expect(lines).toEqual(
    MISTAKES.map(([file, , line]) => expect.stringContaining(`${file}:${line}`)),
  )
  for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: [^:]+: .+ \(.+\)$/)
  expect(summary).toBe('15 files checked: 13 errors, 0 warnings.')
  expect(ended.status).toBe(1)
})

test('a valid folder prints nothing and exits with 0; a warning is printed and marked, and doesn’t change the exit code', async () => {
  write('articles/a.md', `${withFields()}<marquee>x</marquee>\n`)
  const { code, ...said } = await callCommand(contentCheck, { argv: [folder] })
  expect(code).toBe(0)
  expect(told(said)).toEqual({
    lines: [
      'articles/a.md:7:1: body: <marquee> is not kept (write it in Markdown or leave it out) [warning]',
    ],
    summary: '2 files checked: 0 errors, 1 warning.',
  })
})

test('links are followed to articles, aliases, pages, media and anchors', async () => {
  write('media/a b.png', 'x')
  write('pages/about.md', '---\ntitle: About\n---\n[Home](/) and [a story](/articles/a).\n')
  write(
    'articles/2025/b.md',
    `${withFields('aliases: [old-b, /2019/b.html]')}\n## Why it matters\n`,
  )
  const fine = [
    '/about',
    '/articles/b',
    '../articles/2025/b.md',
    'b',
    '/articles/old-b',
    '/2019/b.html',
    '/articles/b#h-why-it-matters',
    '/tags',
  ]
  const also = [
    '/media/a%20b.png',
    '#comments',
    '/articles/b/history',
    '/feed.xml',
    'https://example.com',
    '/search?q=x',
    '/articles/b.md',
  ]
  write(
    'articles/a.md',
    `${withFields()}${[...fine, ...also].map((href) => `[x](${href})`).join(' ')}\n`,
  )
  expect(await problems()).toEqual([])
})

test.each([
  ['/articles/c', 'the link "/articles/c" leads nowhere'],
  ['/abuot', 'the link "/abuot" leads nowhere (did you mean about?)'],
  ['c.md', 'the link "c.md" leads nowhere'],
  [
    '/articles/a#why-it-matters',
    'a has no anchor #why-it-matters (did you mean #h-why-it-matters?)',
  ],
  ['/media/none.pdf', 'there is no file media/none.pdf'],
  ['javascript:alert(1)', 'links to "javascript:alert(1)", which readers can’t open'],
])('a link to %s is one error with its place', async (href, expected) => {
  write('pages/about.md', '---\ntitle: About\n---\nWords.\n')
  write('articles/a.md', `${withFields()}\n## Why it matters\n\nAnd [a link](${href}).\n`)
  expect(await problems()).toEqual([
    expect.stringContaining(`articles/a.md:10:5: body: ${expected}`),
  ])
})

test.each([
  ['![Alt](none.jpg)', 'there is no image articles/none.jpg'],
  ['![Alt](/media/none.jpg)', 'there is no image media/none.jpg'],
  ['![Alt](https://x.org/a.jpg)', '"https://x.org/a.jpg" is an image on another site'],
  ['![Alt](../../etc/passwd)', '"../../etc/passwd" is not the path of an image'],
  ['<img src="there.png">', 'has an image without alt text'],
  ['![ ][r]\n\n[r]: there.png', 'has an image without alt text'],
])('the image %j is one error with its place', async (markdown, expected) => {
  write('articles/there.png', PICTURE)
  write('articles/a.md', `${withFields()}${markdown}\n`)
  expect(await problems()).toEqual([
    expect.stringContaining(`articles/a.md:7:1: body: ${expected}`),
  ])
})

test('dropped raw HTML is a warning at its line, kept raw HTML isn’t', async () => {
  const body = [
    '<kbd>K</kbd> <b onclick="x()">b</b>',
    '',
    '<div>',
    '<blink>x</blink>',
    '<script>',
    '<u></u>',
    '</script>',
    '</div>',
  ]
  write('articles/a.md', `${withFields()}${body.join('\n')}\n`)
  expect(await problems()).toEqual([
    'articles/a.md:7:14: body: <b> loses onclick (write it in Markdown or leave it out)',
    'articles/a.md:10:1: body: <blink> is not kept (write it in Markdown or leave it out)',
    'articles/a.md:11:1: body: <script> is not kept (write it in Markdown or leave it out)',
  ])
})

test('a link to a file with errors is no second mistake', async () => {
  write('articles/broken.md', '---\ntitle: A\n')
  write('articles/a.md', `${withFields()}[x](broken.md#h-y)\n`)
  expect(await problems()).toEqual([
    expect.stringContaining('articles/broken.md:1:1: front matter: is never closed'),
  ])
})

test('clashes between files are reported at the line of the alias', async () => {
  write('articles/a.md', withFields('aliases:', '  - b'))
  write('articles/b.md', withFields())
  expect(await problems()).toEqual([
    'articles/a.md:5:5: aliases[0]: b is also the address of articles/b.md (remove the alias or rename the file)',
    'articles/b.md:1:1: slug: b is also an alias of articles/a.md (rename one of the files or remove the alias)',
  ])
})

test('links out of the folder, loops and pipes are refused by name', async () => {
  write('articles/a.md', withFields())
  symlinkSync('/etc/passwd', path.join(folder, 'articles/out.md'))
  symlinkSync('.', path.join(folder, 'articles/loop'))
  symlinkSync('self.md', path.join(folder, 'articles/self.md'))
  execFileSync('mkfifo', [path.join(folder, 'articles/pipe.md')])
  expect(await problems()).toEqual([
    expect.stringContaining('articles/loop:1:1: file: is a symbolic link to a folder'),
    expect.stringContaining(
      'articles/out.md:1:1: file: is a symbolic link out of the content folder',
    ),
    expect.stringContaining('articles/pipe.md:1:1: file: is a named pipe (FIFO), not a file'),
    expect.stringContaining(
      'articles/self.md:1:1: file: is a symbolic link that leads nowhere or in a circle',
    ),
  ])
})

test('site.yaml is checked too, and a wrong zone is reported only there', async () => {
  write(
    'site.yaml',
    'name: The Paper\ndescripton: News\nlang: english language\ntimeZone: Asia/Tokio\n',
  )
  write('articles/a.md', '---\ntitle: A\ndate: 2025-06-28T15:28\n---\nBody.\n')
  expect(await problems()).toEqual([
    'site.yaml:2:1: descripton: is not a known field (did you mean description?)',
    'site.yaml:3:7: lang: "english language" is not a language (use a tag such as en, ja or pt-BR)',
    'site.yaml:4:11: timeZone: is not a time zone (use a name such as Asia/Tokyo)',
  ])
})

test('Markdown in a place from which nothing is published is a warning', async () => {
  write('draft.md', 'x')
  write('pages/sub/x.md', 'x')
  write('README.md', 'x')
  expect(await problems()).toEqual([
    expect.stringContaining('draft.md:1:1: file: is not published from here'),
    expect.stringContaining('pages/sub/x.md:1:1: file: is not published from here'),
  ])
})

test('a folder that doesn’t exist is an error', async () => {
  rmSync(folder, { recursive: true })
  expect(await problems()).toEqual([expect.stringContaining('can’t be read')])
})

test('an agency text that was filed twice is reported at the second file, and fails nothing', async () => {
  const sentence = (i: number) =>
    `The council heard on day ${i} that the harbour wall needs ${i + 2} new stones.`
  const text = Array.from({ length: 20 }, (_, i) => sentence(i)).join(' ')
  write('articles/gazette.md', `---\ntitle: Wall\ndate: 2026-01-01\n---\n\n${text}\n`)
  write('articles/herald.md', `---\ntitle: The wall\ndate: 2026-01-01\n---\n\n${text} More soon.\n`)
  const found = await findContentProblems(folder, { now: new Date('2026-06-01') })
  expect(found.problems).toEqual([
    expect.objectContaining({ path: 'articles/herald.md', severity: 'warning' }),
  ])
  expect(found.problems[0]?.problem).toContain('articles/gazette.md')
})

test('different tags that would share one address are an error that names both', async () => {
  write('articles/a.md', withFields('tags: [C++, Covid-19]'))
  write('articles/b.md', withFields('tags: [covid 19, "C#"]'))
  const clashes = (await problems()).filter((line) => line.includes('/tags/'))
  expect(clashes).toEqual([
    'articles/a.md:4:8: tags[0]: "C++" would share /tags/c with "C#" of articles/b.md (write one of them in words, such as C sharp)',
    'articles/b.md:4:18: tags[1]: "C#" would share /tags/c with "C++" of articles/a.md (write one of them in words, such as C sharp)',
  ])
})

test('hundreds of dead links are all listed, with a suggestion for the first of them', async () => {
  const link = (_: unknown, i: number) =>
    `[Part ${i}](#h-par-${i}) and [more](/tags/harbou-${i}).\n\n`
  const headings = Array.from({ length: 50 }, (_, i) => `## Part ${i}\n\n`).join('')
  const links = Array.from({ length: 50 }, link).join('')
  write('articles/links.md', `${withFields()}${headings}${links}`)
  const found = await problems()
  expect(found.filter((problem) => /has no anchor|leads nowhere/.test(problem))).toHaveLength(100)
  expect(found.filter((problem) => problem.includes('did you mean #h-part-'))).toHaveLength(10)
})
