import { describe, expect, test } from 'vitest'
import { CommentCounts } from '@/lib/comments/store/comment-counts'
import type { CommentDatabase } from '@/lib/comments/store/comment-database'
import { decideComment, deleteComment } from '@/lib/comments/store/decide-comment'
import { DATABASES, value } from './databases'
import { NOON, post, published, submit } from './posts'

const action = { actor: 'editor', now: NOON } as const

/** A published comment without its ids. */
const ROW = {
  ...{ parent: null, held_for: '[]', name: 'Anna', text: 'x', skeleton: 'anna' },
  ...{ by_editor: 0, created: NOON.toISOString(), edited: null, address_hash: null },
} as const

/** Counts for this database, and the articles announced since the last look. */
function countsOf(database: CommentDatabase) {
  const announced: string[] = []
  const counts = new CommentCounts(database, (articles) => announced.push(...articles))
  return { counts, news: () => announced.splice(0).toSorted() }
}

describe.each(DATABASES)('on %s', (_, open) => {
  test('counts published comments, and announces the articles whose number changed', async () => {
    await using database = await open()
    const first = await published(database)
    await published(database)
    await submit(database, post({ article: 'tariffs', text: 'https://example.org' }))
    const { counts, news } = countsOf(database)
    expect(counts.of(['nato'])).toEqual(new Map())
    await counts.recount(['nato'])
    expect(counts.known('none')).toBeUndefined()
    await counts.recountAll()
    expect(counts.of(['nato', 'tariffs', 'none'])).toEqual(new Map([['nato', 2]]))
    expect([counts.known('nato'), counts.known('none')]).toEqual([2, 0])
    expect(news()).toEqual(['nato'])

    await value(database.write((w) => decideComment(w, first, 'rejected', action)))
    await counts.recount(['nato', 'tariffs'])
    expect(counts.of(['nato'])).toEqual(new Map([['nato', 1]]))
    expect(news()).toEqual(['nato'])
    await counts.recountAll()
    expect(news()).toEqual([])
  })

  test('counts more articles than one query takes, and forgets those without comments', async () => {
    await using database = await open()
    const articles = Array.from({ length: 1203 }, (_, i) => `article-${i}`)
    const rows = articles.map((article) => ({
      ...{ ...ROW, id: article, root: article, article },
      state: 'approved' as const,
    }))
    await value(
      database.write(async ({ db }) => {
        for (let at = 0; at < rows.length; at += 500) {
          await db
            .insertInto('comments')
            .values(rows.slice(at, at + 500))
            .execute()
        }
        return { keep: true, value: undefined }
      }),
    )
    const { counts, news } = countsOf(database)
    await counts.recountAll()
    expect(counts.of(articles).size).toBe(1203)
    expect(news()).toHaveLength(1203)
    await value(database.write((w) => deleteComment(w, 'article-7', action)))
    await counts.recountAll()
    expect(news()).toEqual(['article-7'])
    await counts.recount(articles)
    expect(counts.of(articles).size).toBe(1202)
  })

  test('has counted what many callers wait for by the time each gets an answer', async () => {
    await using database = await open()
    const { counts } = countsOf(database)
    await counts.recountAll()
    const seen = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const article = `article-${i % 4}`
        await published(database, { article })
        const before = counts.of([article]).get(article) ?? 0
        await counts.recount([article])
        return (counts.of([article]).get(article) ?? 0) >= Math.max(before, 1)
      }),
    )
    expect(seen).not.toContain(false)
    expect([...counts.of(['article-0', 'article-3']).values()]).toEqual([10, 10])
  })
})
