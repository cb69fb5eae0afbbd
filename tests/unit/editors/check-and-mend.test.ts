import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { githubAnnotation } from '@/lib/check/github-annotation'
import { contentCheck } from '@/lib/commands/content-check'
import { withAlias } from '@/lib/front-matter/fix/add-alias'
import { fixText } from '@/lib/front-matter/fix/fix-text'
import { formatProblem } from '@/lib/front-matter/problem'
import { callCommand } from '../../support/call-command'
import { runs } from '../../support/runs'

const FILE = { kind: 'article' as const, path: 'articles/a.md', sections: [] }

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-mend-'))
  write('site.yaml', 'name: A\ndescription: B\nlang: en\ntimeZone: UTC\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, 'content', file)), { recursive: true })
  writeFileSync(path.join(folder, 'content', file), text)
}
const read = (file: string) => readFileSync(path.join(folder, 'content', file), 'utf8')
const move = (from: string, to: string) =>
  renameSync(path.join(folder, 'content', from), path.join(folder, 'content', to))

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org']
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' })
}
const commit = () => {
  git('add', '-A')
  git('commit', '-qm', 'Change')
}

const problems = async () => {
  const content = path.join(folder, 'content')
  return (await findContentProblems(content, { now: new Date() })).problems.map(formatProblem)
}

const fix = () => callCommand(contentCheck, { argv: [path.join(folder, 'content'), '--fix'] })

const article = (fields = '', words = 'The wall will be rebuilt before spring, the city said.') =>
  `---\ntitle: A\ndate: 2025-02-03\n${fields}---\n\n${words}\n`
const LACKS = 'aliases: lacks wall, under which the article was published'

test('a published file that was renamed needs its old name as an alias, and --fix adds it', async () => {
  write('articles/wall.md', article())
  git('init', '-q')
  commit()
  move('articles/wall.md', 'articles/harbour-wall.md')
  expect(await problems()).toEqual([
    expect.stringContaining(`articles/harbour-wall.md:1:1: ${LACKS}`),
  ])
  commit()
  move('articles/harbour-wall.md', 'articles/great-wall.md')
  commit()
  expect(await problems()).toEqual([
    expect.stringContaining('great-wall.md:1:1: aliases: lacks harbour-wall,'),
    expect.stringContaining(`great-wall.md:1:1: ${LACKS}`),
  ])
  const { stderr, code, stdout } = await fix()
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  expect(stderr).toContain('articles/great-wall.md: fixed alias wall')
  expect(read('articles/great-wall.md')).toBe(article('aliases:\n  - harbour-wall\n  - wall\n'))
})

test.each([
  [
    'to another folder',
    async () => {
      mkdirSync(path.join(folder, 'content/articles/2025'))
      move('articles/wall.md', 'articles/2025/wall.md')
    },
  ],
  [
    'and left an article at its address',
    async () => {
      move('articles/wall.md', 'articles/harbour-wall.md')
      write('articles/wall.md', article('', 'Something else stands here now, of other words.'))
    },
  ],
  [
    'and says so',
    async () => {
      rmSync(path.join(folder, 'content/articles/wall.md'))
      write('articles/harbour-wall.md', article('aliases: [wall]\n'))
    },
  ],
  [
    'and is another article',
    async () => {
      rmSync(path.join(folder, 'content/articles/wall.md'))
      write(
        'articles/council.md',
        article('', 'Nine seats are up for election in the council of May.'),
      )
    },
  ],
])('a published file that moved %s has no problem', async (_, change) => {
  write('articles/wall.md', article())
  git('init', '-q')
  commit()
  await change()
  commit()
  expect(await problems()).toEqual([])
})

test.each([
  ['a draft', article('draft: true\n')],
  ['a scheduled article', article().replace('2025', '2999')],
])('%s may be renamed: nobody has its address', async (_, text) => {
  write('articles/wall.md', text)
  git('init', '-q')
  commit()
  move('articles/wall.md', 'articles/harbour-wall.md')
  commit()
  expect((await problems()).filter((line) => line.includes('aliases'))).toEqual([])
})

test('in a shallow clone the check says that it can’t know about renamed files', async () => {
  write('articles/wall.md', article())
  git('init', '-q')
  commit()
  write('articles/other.md', article('', 'Other words of another day.'))
  commit()
  const shallow = `${folder}/shallow`
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, shallow], {
    stdio: 'pipe',
  })
  const found = await findContentProblems(`${shallow}/content`, { now: new Date() })
  expect(found.unasked).toContain('fetch-depth: 0')
})

test('--fix corrects what has only one right answer, and none of the words', async () => {
  const bad =
    '\ufeff---\r\nTitle: A \r\ndate: 2025/2/3 9:30\t\r\nsource:\r\n\tname: B\r\n---\r\n\r\nTwo spaces  \r\nbreak a line.'
  write('articles/a.md', bad)
  const { stderr, code } = await fix()
  expect(code).toBe(0)
  expect(read('articles/a.md')).toBe(
    '---\ntitle: A\ndate: 2025-02-03T9:30'.replace('T9', 'T09') +
      '\nsource:\n  name: B\n---\n\nTwo spaces  \nbreak a line.\n',
  )
  expect(stderr).toContain(
    'articles/a.md: fixed byte order mark, line ends, end of the last line, white space at line ends, case of a field’s name, tabs, form of a date',
  )
})

test('--fix finds pictures in content/media that another system kept elsewhere', async () => {
  write('media/images/wall one.png', 'png')
  write('media/pier.png', 'png')
  write('media/a/twice.png', 'png')
  write('media/b/twice.png', 'png')
  const body = [
    '![A](/images/wall%20one.png) and ![B](../assets/pier.png)',
    '<img src="/wp-content/pier.png" alt="C"> ![D](/images/wall%20one.png)',
    '![E](/twice.png) ![F](https://a.example/pier.png) ![G](media/pier.png) ![H](gone.png)',
    '`![I](/images/pier.png)`',
  ].join('\n')
  write('articles/a.md', `---\nlayout: x\nimage:\n  src: /img/pier.png # lead\n---\n${body}\n`)
  await fix()
  expect(read('articles/a.md')).toBe(
    [
      '---\nimage:\n  src: /media/pier.png # lead\n---',
      '![A](/media/images/wall%20one.png) and ![B](/media/pier.png)',
      '<img src="/media/pier.png" alt="C"> ![D](/media/images/wall%20one.png)',
      '![E](/twice.png) ![F](https://a.example/pier.png) ![G](media/pier.png) ![H](gone.png)',
      '`![I](/images/pier.png)`\n',
    ].join('\n'),
  )
})

test.each(['2025-02-30', '03/02/2025', '2025/13/1', 'tomorrow'])(
  'the date %s is ambiguous or invalid, and stays',
  (date) => {
    const text = `---\ntitle: A\ndate: ${date}\n---\nBody.\n`
    expect(fixText(text, FILE)).toEqual({ text, done: [] })
  },
)

test('fixing twice changes nothing more', () => {
  const lines = fc.constantFrom(
    '---',
    'title: A',
    'Date: 2025/1/2',
    '\tx: y ',
    'Words.  ',
    'author: Ann Lee',
    'categories: [One, Two]',
    'tags: Three',
    'published: false',
    'layout: post # here',
    '',
    '\r',
  )
  fc.assert(
    fc.property(fc.array(lines), fc.constantFrom('\n', '\r\n', '\r'), (parts, end) => {
      const once = fixText(parts.join(end), FILE).text
      expect(fixText(once, FILE)).toEqual({ text: once, done: [] })
    }),
    { seed: 8, numRuns: runs(500) },
  )
})

test.each([
  ['no field', 'title: A\n', 'title: A\naliases:\n  - old\n'],
  ['an empty field', 'aliases:\ntitle: A\n', 'aliases:\n  - old\ntitle: A\n'],
  ['a list in one line', 'aliases: [a, "b"] # two\n', 'aliases: [a, "b", old] # two\n'],
  ['an empty list', 'aliases: []\n', 'aliases: [old]\n'],
  [
    'a list',
    'aliases:\n  - a # one\n  - b\ntitle: A\n',
    'aliases:\n  - a # one\n  - b\n  - old\ntitle: A\n',
  ],
  ['a list without indent', 'aliases:\n- a\n', 'aliases:\n- a\n- old\n'],
])('an alias is added to %s, and everything else stays', (_, before, after) => {
  expect(withAlias(`---\n${before}---\nBody: --- x\n`, 'old')).toBe(
    `---\n${after}---\nBody: --- x\n`,
  )
  expect(parse(after)).toMatchObject({ aliases: expect.arrayContaining(['old']) })
})

test('an annotation can’t be ended by a file’s name or text', () => {
  const problem = {
    severity: 'error' as const,
    path: 'articles/a,b:c%\n::error::x.md',
    line: 2,
    column: 3,
    field: 'tags[0]',
    problem: '"a\r\n::set-output" 100%',
    fix: 'mend it',
  }
  expect(githubAnnotation(problem, '/repo/content', '/repo')).toBe(
    '::error file=content/articles/a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax.md,line=2,col=3,title=tags[0]::"a%0D%0A::set-output" 100%25 (mend it)',
  )
})
