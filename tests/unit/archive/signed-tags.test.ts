import { expect, test } from 'vitest'
import { readProblems } from '@/lib/archive/write/problems'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { ContentFolder } from './content-folder'

test('the server reports tags that would share an address as content:check does, until one of them goes', async () => {
  const folder = new ContentFolder()
  const clashes = () =>
    readProblems(folder.archive.rows, 100)
      .filter(({ problem }) => problem.includes('/tags/'))
      .map(({ path, problem }) => `${path}: ${problem}`)
  folder.article('a', ['tags: [C++, Covid-19]'])
  folder.article('b', ['tags: [covid 19, "C#"]'])
  folder.article('d', ['tags: [C#]'])
  await folder.update()
  const both = [
    'articles/a.md: "C++" would share /tags/c with "C#" of articles/b.md',
    'articles/b.md: "C#" would share /tags/c with "C++" of articles/a.md',
  ]
  const third = 'articles/d.md: "C#" would share /tags/c with "C++" of articles/a.md'
  expect(clashes()).toEqual([...both, third])
  folder.article('e', ['tags: [c]'])
  await folder.update()
  expect(clashes()).toHaveLength(4)
  const { problems } = await findContentProblems(folder.contentDir, { now: folder.now })
  const told = problems.filter(({ problem }) => problem.includes('/tags/'))
  expect(told.map(({ path, problem }) => `${path}: ${problem}`)).toEqual(clashes())
  folder.remove('articles/e.md')
  folder.article('d', ['tags: [Sea]'])
  await folder.update()
  expect(clashes()).toEqual(both)
  folder.article('a', ['tags: [Covid-19]'])
  await folder.update()
  expect(clashes()).toEqual([])
})
