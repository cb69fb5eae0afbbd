import { expect, test } from 'vitest'
import { checkFolder } from '@/lib/check/check-folder'
import { formatProblem } from '@/lib/front-matter/problem'

const article = (path: string, aliases: string[] = []) => ({
  path: `articles/${path}.md`,
  slug: path.slice(path.lastIndexOf('/') + 1),
  aliases,
})

test.each([
  [
    'one slug in two folders',
    [article('a/x'), article('b/x')],
    ['articles/a/x.md', 'articles/b/x.md'],
  ],
  ['twins in case', [article('NATO'), article('nato')], ['articles/NATO.md', 'articles/nato.md']],
  [
    'twins in Unicode form',
    [article('caf\u00e9'), article('sub/cafe\u0301')],
    ['articles/caf\u00e9.md', 'articles/sub/cafe\u0301.md'],
  ],
  [
    "a slug that is another's alias",
    [article('a', ['/articles/b']), article('b')],
    ['articles/a.md', 'articles/b.md'],
  ],
  [
    'an alias of two',
    [article('a', ['/articles/c']), article('b', ['/articles/c'])],
    ['articles/a.md', 'articles/b.md'],
  ],
  [
    'aliases that point at each other',
    [article('a', ['/articles/b']), article('b', ['/articles/a'])],
    ['articles/a.md', 'articles/b.md'],
  ],
])(
  '%s is an error on both files that names the other',
  (_name, articles, [first = '', second = '']) => {
    const problems = checkFolder(articles)
    for (const [path, other] of [
      [first, second],
      [second, first],
    ]) {
      const own = problems.filter((problem) => problem.path === path)
      expect(own.length).toBeGreaterThan(0)
      for (const problem of own) expect(problem.problem).toContain(other)
    }
  },
)

test('three files with one slug name each other', () => {
  expect(checkFolder([article('a/x'), article('b/x'), article('c/x')]).map(formatProblem)).toEqual([
    'articles/a/x.md:1:1: slug: x is also the address of articles/b/x.md and the address of articles/c/x.md (rename one of the files or remove the alias)',
    'articles/b/x.md:1:1: slug: x is also the address of articles/a/x.md and the address of articles/c/x.md (rename one of the files or remove the alias)',
    'articles/c/x.md:1:1: slug: x is also the address of articles/a/x.md and the address of articles/b/x.md (rename one of the files or remove the alias)',
  ])
})

test('an alias that leads to its own article is a loop', () => {
  expect(checkFolder([article('a', ['/articles/a'])]).map(formatProblem)).toEqual([
    "articles/a.md:1:1: aliases[0]: /articles/a is the file's own address (remove the alias)",
  ])
})

test('an alias that takes a page’s address is an error in both files', () => {
  const problems = checkFolder(
    [article('a', ['/about'])],
    [{ path: 'pages/about.md', slug: 'about' }],
  )
  expect(problems.map(({ path }) => path).sort()).toEqual(['articles/a.md', 'pages/about.md'])
})

test('an article and a page may share a name: their addresses differ', () => {
  expect(checkFolder([article('about')], [{ path: 'pages/about.md', slug: 'about' }])).toEqual([])
})
