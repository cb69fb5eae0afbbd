import { describe, expect, it } from 'vitest'
import type { FileChange } from '@/lib/git/raw-changes'
import { followFiles } from '@/lib/history/follow-files'

const added = (path: string, from?: string): FileChange => ({
  path,
  blob: `blob of ${path}`,
  existed: false,
  ...(from !== undefined && { from: { path: from, blob: 'before' } }),
})
const removed = (path: string): FileChange => ({ path, blob: undefined, existed: true })

const follow = (...changes: FileChange[]) =>
  followFiles(changes, (path) => path.endsWith('.md')).map((change) =>
    change.kind === 'moved' ? `${change.from} → ${change.path}` : `${change.kind} ${change.path}`,
  )

describe('which article is which after a commit', () => {
  it.each<[string, FileChange[], string[]]>([
    [
      'a file in another folder is the same',
      [removed('a/x.md'), added('b/x.md')],
      ['a/x.md → b/x.md'],
    ],
    ['a renamed file is the same', [added('y.md', 'x.md')], ['x.md → y.md']],
    [
      'a name counts for more than a text',
      [added('b/y.md', 'a/x.md'), added('b/x.md'), removed('a/y.md')],
      ['a/y.md → b/y.md', 'a/x.md → b/x.md'],
    ],
    [
      'a file that exists and one that is gone are two',
      [removed('x.md'), added('y.md')],
      ['removed x.md', 'added y.md'],
    ],
    ['a file that stops being an article is removed', [added('x.txt', 'x.md')], ['removed x.md']],
    ['a file that becomes an article is added', [added('x.md', 'x.txt')], ['added x.md']],
    [
      'a file that becomes a link is removed',
      [{ path: 'x.md', blob: undefined, existed: true }],
      ['removed x.md'],
    ],
    [
      'one old file becomes one new one',
      [removed('a/x.md'), added('b/x.md'), added('c/x.md')],
      ['a/x.md → b/x.md', 'added c/x.md'],
    ],
    ['other files are ignored', [added('x.png'), removed('y.png')], []],
  ])('%s', (_, changes, expected) => {
    expect(follow(...changes)).toEqual(expected)
  })
})
