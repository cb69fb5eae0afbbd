import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { temporaryFolder } from '../../support/temporary-folder'
import { importOf, readFiles } from './import-of'

const FIXTURE = fileURLToPath(new URL('../../fixtures/import/wordpress', import.meta.url))
const EXPECTED = path.join(FIXTURE, 'expected')
const EXPORT = path.join(FIXTURE, 'export.xml')

const newFolder = () => path.join(temporaryFolder(), 'content')

/** An export with these items. */
function wxr(...items: string[]): string {
  const file = path.join(temporaryFolder(), 'export.xml')
  const head =
    '<rss><channel><title>G</title><wp:base_blog_url>https://g.example</wp:base_blog_url>'
  writeFileSync(file, `<?xml version="1.0"?>${head}${items.join('\n')}</channel></rss>`)
  return file
}

const item = (fields: Record<string, string>) => {
  const all = {
    ...{ title: 'Story', 'wp:post_id': '1', 'wp:post_name': 'story', 'wp:post_type': 'post' },
    ...{ 'wp:status': 'publish', 'wp:post_date': '2020-01-02 03:04:00' },
    ...{ 'wp:post_date_gmt': '2020-01-02 03:04:00', 'content:encoded': 'Words.' },
    ...fields,
  }
  const elements = Object.entries(all).map(
    ([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`,
  )
  return `<item>${elements.join('')}</item>`
}

const bodyOf = (file = '') => file.replace(/^---\n[\s\S]*?\n---\n\n/, '')

test('an export becomes a content folder that content:check has nothing against', async () => {
  const into = newFolder()
  const { code, stdout, files } = await importOf('wordpress', EXPORT, into)
  expect(code).toBe(0)
  const expected = readFiles(EXPECTED)
  expect(Object.keys(files).filter((name) => /\.(?:md|yaml)$/.test(name))).toEqual(
    Object.keys(expected),
  )
  for (const [name, text] of Object.entries(expected)) expect(files[name], name).toBe(text)
  expect(stdout).toContain('4 articles and 1 page')
  expect(stdout).toContain(`Next: npm run content:check -- ${into} --fix`)
  const { problems } = await findContentProblems(into, { now: new Date('2026-03-02T08:00Z') })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('the report names what a person must decide, with file and line', async () => {
  const into = newFolder()
  await importOf('wordpress', EXPORT, into)
  const report = readFileSync(path.join(into, '.import/wordpress-report.txt'), 'utf8')
  const lineOf = (below: string, words: string) =>
    readFileSync(path.join(into, below), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  const wall = 'articles/2019/harbour-wall.md'
  expect(report).toContain(`${wall}:${lineOf(wall, 'contact-form-7')}: contact-form-7`)
  expect(report).toContain('latest-posts')
  expect(report).toContain('gone.png (isn’t in the folder of pictures)')
  expect(report).toContain('has a password')
  expect(report).toContain('product')
})

test('a second run changes nothing, and nothing that an editor changed, renamed or deleted', async () => {
  const into = newFolder()
  const first = await importOf('wordpress', EXPORT, into)
  expect((await importOf('wordpress', EXPORT, into)).files).toEqual(first.files)
  const wall = path.join(into, 'articles/2019/harbour-wall.md')
  appendFileSync(wall, '\nA word of the editor’s.\n')
  rmSync(path.join(into, 'articles/2019/dredging.md'))
  const mapping = path.join(into, '.import/wordpress.yaml')
  writeFileSync(mapping, readFileSync(mapping, 'utf8').replace('annlee: Ann Lee', 'annlee: A. Lee'))
  const edited = readFiles(into)
  const { files, stdout } = await importOf('wordpress', EXPORT, into)
  expect(files['articles/2019/harbour-wall.md']).toBe(edited['articles/2019/harbour-wall.md'])
  expect(files['articles/2019/dredging.md']).toBeUndefined()
  expect(files['articles/2020/article-103.md']).toContain('authors: [A. Lee]')
  expect(stdout).toContain('file stays as an editor left it')
  expect(stdout).toContain('deleted or renamed')
})

test('an article whose name the folder has already gets another', async () => {
  const into = newFolder()
  mkdirSync(path.join(into, 'articles'), { recursive: true })
  writeFileSync(path.join(into, 'articles/Story.md'), 'mine')
  const { files } = await importOf('wordpress', wxr(item({})), into)
  expect(files['articles/Story.md']).toBe('mine')
  expect(files['articles/2020/story-2.md']).toContain('title: Story')
})

test.each([
  ['https://g.example/2019/05/03/story/', '/2019/05/03/story'],
  ['https://g.example/2019/05/story.html', '/2019/05/story.html'],
  ['https://g.example/archives/1', '/archives/1'],
  ['https://g.example/story/', '/story'],
  ['https://g.example/index.php/2019/story/', '/index.php/2019/story'],
  ['https://g.example/news/city/story/', '/news/city/story'],
  ['https://g.example/2019/%e6%97%a5%e6%9c%ac/', '/2019/日本'],
])('the permalink %s becomes an alias, beside the number', async (link, alias) => {
  const { files } = await importOf('wordpress', wxr(item({ link })), newFolder())
  expect(files['articles/2020/story.md']).toContain(`aliases:\n  - /?p=1\n  - ${alias}\n`)
})

test('the report names an old address that the site needs itself, or that two articles claim', async () => {
  const into = newFolder()
  const items = [
    item({ link: 'https://g.example/search/story/' }),
    item({ 'wp:post_id': '2', 'wp:post_name': 'b', link: 'https://g.example/twice/' }),
    item({ 'wp:post_id': '3', 'wp:post_name': 'b2', link: 'https://g.example/twice' }),
  ]
  const { files } = await importOf('wordpress', wxr(...items), into)
  const report = readFileSync(path.join(into, '.import/wordpress-report.txt'), 'utf8')
  expect(report).toContain('https://g.example/search/story/')
  expect(report).toContain('/twice is another’s address here')
  expect(files['articles/2020/b.md']).toContain('- /twice')
  expect(files['articles/2020/b2.md']).not.toContain('/twice')
})

test.each([
  ['2019-07-01 09:30:00', '2019-07-01 07:30:00', '2019-07-01T09:30+02:00'],
  ['2019-12-01 09:30:10', '2019-12-01 08:30:10', '2019-12-01T09:30:10+01:00'],
  ['2019-07-01 01:00:00', '2019-06-30 19:30:00', '2019-07-01T01:00+05:30'],
  ['2019-07-01 01:00:00', '2019-07-01 08:30:00', '2019-07-01T01:00-07:30'],
  ['2019-07-01 01:00:00', '0000-00-00 00:00:00', '2019-07-01T01:00'],
])('the time %s, in UTC %s, is written %s', async (local, utc, date) => {
  const dated = item({ 'wp:post_date': local, 'wp:post_date_gmt': utc })
  const { files } = await importOf('wordpress', wxr(dated), newFolder())
  expect(files['articles/2019/story.md']).toContain(`date: ${date}\n`)
})

test('an export that wants to write elsewhere stays in the folder', async () => {
  const parent = temporaryFolder()
  const into = path.join(parent, 'content')
  const items = [
    '../../out',
    '/etc/out',
    '..%2f..%2fout',
    '.hidden',
    'con',
    'a\u0000b',
    '../'.repeat(50),
  ].map((name, index) => item({ 'wp:post_id': `../${index}`, 'wp:post_name': name, title: name }))
  const picture = item({
    'wp:post_id': '9',
    'wp:post_name': 'pictures',
    'content:encoded':
      '<img src="https://g.example/../../../etc/passwd.png" alt="x"><img src="..%2f..%2f../etc/hostname" alt="y">',
  })
  const { files, code } = await importOf(
    'wordpress',
    wxr(...items, picture),
    into,
    '--pictures',
    parent,
  )
  expect(code).toBe(0)
  expect(Object.keys(readFiles(parent)).every((name) => name.startsWith('content/'))).toBe(true)
  for (const name of Object.keys(files))
    expect(name).toMatch(/^(?:site\.yaml|articles\/2020\/[\w.-]+\.md)$/)
})

test('a link in the folder that leads out of it is never written through', async () => {
  const [into, outside] = [newFolder(), temporaryFolder()]
  mkdirSync(into)
  symlinkSync(outside, path.join(into, 'articles'))
  const { code, stderr } = await importOf('wordpress', wxr(item({})), into)
  expect([code, readFiles(outside)]).toEqual([1, {}])
  expect(stderr).toContain('is a link out of the folder')
})

test('a link among the pictures that leads out of them is never read', async () => {
  const pictures = temporaryFolder()
  cpSync(path.join(FIXTURE, 'uploads'), path.join(pictures, 'uploads'), { recursive: true })
  const secret = path.join(temporaryFolder(), 'secret.jpg')
  cpSync(path.join(FIXTURE, 'uploads/2019/05/wall.jpg'), secret)
  symlinkSync(secret, path.join(pictures, 'uploads/secret.jpg'))
  const body = '<img src="https://g.example/secret.jpg" alt="x">'
  const given = wxr(item({ 'content:encoded': body }))
  const into = newFolder()
  await importOf('wordpress', given, into, '--pictures', path.join(pictures, 'uploads'))
  expect(existsSync(path.join(into, 'media/secret.jpg'))).toBe(false)
})

test.each([
  [
    'entities of its own',
    '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>',
    '&b; &f;',
  ],
  ['a deep text', '', '<div>'.repeat(10_000)],
  ['many brackets', '', '[caption][a[b '.repeat(5_000)],
  ['comments without end', '', '<!-- wp:x <!-- '.repeat(5_000)],
  ['tags without end', '', '<p <img <blockquote '.repeat(5_000)],
  ['white space', '', `a${' \u00a0'.repeat(50_000)}b\n`.repeat(2)],
  ['stars', '', '*_`~['.repeat(5_000)],
])('an export with %s is read, and nothing of it is followed', async (_, doctype, text) => {
  const file = wxr(
    item({ 'content:encoded': text }),
    item({ 'wp:post_id': '2', 'wp:post_name': 'after' }),
  )
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace('?>', `?>${doctype}`)
      .replace(/<!\[CDATA\[&b; &f;\]\]>/, '&b; &f;'),
  )
  const { files } = await importOf('wordpress', file, newFolder())
  expect(files['articles/2020/after.md']).toContain('Words.')
  expect(files['articles/2020/story.md'] ?? '').not.toMatch(/root:|aaaa/)
})

test('script never gets into an article', async () => {
  const body =
    '<script>alert(1)</script><p onclick="x()">A <a href="javascript:x()">b</a> <img src="x.png" onerror="x()" alt="c"> &lt;script&gt;d&lt;/script&gt;</p><iframe src="javascript:x()"></iframe><form action="/x"><input></form>'
  const { files } = await importOf('wordpress', wxr(item({ 'content:encoded': body })), newFolder())
  const text = bodyOf(files['articles/2020/story.md'])
  expect(text).toContain('\\<script>d\\</script>')
  expect(text).not.toMatch(/javascript:|onclick|onerror|alert|iframe|(?<!\\)<script/)
})

test('a file that is no export is refused in words', async () => {
  const folder = temporaryFolder()
  const page = path.join(folder, 'page.xml')
  writeFileSync(page, '<html><body>No</body></html>')
  expect(await importOf('wordpress', page, newFolder())).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("doesn't begin with <rss>"),
  })
})

test('a mapping that can’t be read stops the import before it writes', async () => {
  const into = newFolder()
  await importOf('wordpress', wxr(item({})), into)
  writeFileSync(path.join(into, '.import/wordpress.yaml'), 'categories: [x]\n')
  const { code, stderr } = await importOf('wordpress', wxr(item({ title: 'New' })), into)
  expect([code, stderr]).toEqual([1, expect.stringContaining('.import/wordpress.yaml: categories')])
})

test('--plan writes the mapping alone', async () => {
  const into = newFolder()
  const { files, stdout } = await importOf('wordpress', EXPORT, into, '--plan')
  expect(files).toEqual({})
  expect(stdout).toContain('.import/wordpress.yaml')
})
