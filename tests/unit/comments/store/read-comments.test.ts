import { describe, expect, test } from 'vitest'
import {
  findCommentPage,
  readCommentsPage,
  readNewestComments,
} from '@/lib/comments/store/read-comments'
import { DATABASES, value } from './databases'
import { minutesLater, published } from './posts'

describe.each(DATABASES)('on %s', (_, open) => {
  test('shows fifty threads per page, oldest first, and knows the page of each comment', async () => {
    await using database = await open()
    const roots: string[] = []
    for (let i = 0; i < 51; i++) roots.push(await published(database, { created: minutesLater(i) }))
    const reply = await published(database, { parent: roots[50] ?? '', created: minutesLater(90) })
    const read = (page: number) => value(database.read((db) => readCommentsPage(db, 'nato', page)))
    const first = await read(1)
    expect(first).toMatchObject({ page: 1, pages: 2, total: 52 })
    expect(first?.threads.map(({ comment }) => comment.id)).toEqual(roots.slice(0, 50))
    expect((await read(2))?.threads).toMatchObject([
      { comment: { id: roots[50] }, replies: [{ comment: { id: reply } }] },
    ])
    const place = (id: string) => value(database.read((db) => findCommentPage(db, id)))
    expect(await place(reply)).toEqual({ article: 'nato', page: 2 })
    expect(await place(roots[49] ?? '')).toEqual({ article: 'nato', page: 1 })
    expect(await place('nowhere')).toBeUndefined()
    const newest = await value(database.read((db) => readNewestComments(db, 'nato', 2)))
    expect(newest.map(({ id }) => id)).toEqual([reply, roots[50]])
  })

  test.each([0, -1, 2, 1e9, 1.5, Number.NaN])(
    'has no page %s of an article without comments',
    async (page) => {
      await using database = await open()
      expect(await value(database.read((db) => readCommentsPage(db, 'nato', page)))).toBeUndefined()
    },
  )

  test('always has a first page', async () => {
    await using database = await open()
    const page = await value(database.read((db) => readCommentsPage(db, 'nato', 1)))
    expect(page).toEqual({ threads: [], page: 1, pages: 1, total: 0 })
  })
})
