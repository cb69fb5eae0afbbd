import { describe, expect, it } from 'vitest'
import { publishedParent } from '@/lib/git/published-line'

describe('the parent of a merge that readers saw before it', () => {
  it.each([
    ["Merge branch 'edit'", 'main', 'first'],
    ["Merge branch 'edit' into main", 'main', 'first'],
    ['Merge pull request #12 from ann/edit', 'main', 'first'],
    ["Merge branch 'main' of https://git.example/news", 'main', 'second'],
    ["Merge branch 'main' of github.com:news/site into main", 'main', 'second'],
    ["Merge remote-tracking branch 'origin/main'", 'main', 'second'],
    ["Merge remote-tracking branch 'origin/edit'", 'main', 'first'],
    ["Merge branch 'main' into edit", 'main', 'second'],
    ["Merge branch 'edit' of https://git.example/news", 'main', 'first'],
    ["Merge branch 'main' into production", 'production', 'first'],
    ["Merge branch 'main' into production", undefined, 'first'],
    ["Merge branch 'main' of https://git.example/news", undefined, 'second'],
    ["Merge branch 'live' of https://git.example/news into live", undefined, 'second'],
  ])('of “%s” on %s is the %s', (subject, branch, expected) => {
    expect(publishedParent({ parents: ['first', 'second'], subject }, branch)).toBe(expected)
  })

  it('is the first of several, and none for the first commit', () => {
    const subject = "Merge branch 'main' of https://git.example/news"
    expect(publishedParent({ parents: ['a', 'b', 'c'], subject }, 'main')).toBe('a')
    expect(publishedParent({ parents: [], subject }, 'main')).toBeUndefined()
  })
})
