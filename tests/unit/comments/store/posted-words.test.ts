import { describe, expect, test } from 'vitest'
import { importComments } from '@/lib/comments/commands/transfer'
import { textHash } from '@/lib/comments/dedupe'
import { deleteComment, replyAsEditor } from '@/lib/comments/store/decide-comment'
import { editComment } from '@/lib/comments/store/edit-comment'
import { DATABASES, type TestDatabase, value } from './databases'
import { FLAGGED, minutesLater, NOON, post, published, submit } from './posts'

const DAY = 24 * 60
const editor = { actor: 'editor', now: NOON } as const

/** Why a comment with these words is held when somebody else posts it elsewhere. */
async function heldFor(database: TestDatabase, text: string, created = minutesLater(30)) {
  const outcome = await submit(database, post({ text, created, article: 'other', name: 'Carla' }))
  return outcome.kind === 'stored' ? outcome.comment.heldFor : outcome.kind
}

function imported(text: string, created: Date, state: 'approved' | 'deleted' = 'approved') {
  const { id, article, name } = post({ created })
  const rest = { root: id, state, heldFor: [], byEditor: false, created: created.toISOString() }
  return { id, article, name, text, ...rest }
}

describe.each(DATABASES)('on %s', (_, open) => {
  test('notices repeated words for a day', async () => {
    await using database = await open()
    const again = (minutes: number) =>
      submit(database, post({ text: 'Buy now', created: minutesLater(minutes) }))
    expect(await again(0)).toMatchObject({ comment: { heldFor: [] } })
    expect(await again(11)).toMatchObject({ kind: 'stored', comment: { heldFor: ['repeat'] } })
    expect(await again(22)).toMatchObject({ kind: 'stored', comment: { heldFor: ['repeat'] } })
    expect(await again(22 + DAY)).toMatchObject({ kind: 'stored', comment: { heldFor: [] } })
  })

  test('knows the words after an edit, and no longer those before it', async () => {
    await using database = await open()
    const id = await published(database, { text: 'Before' })
    const edit = { id, text: 'After', textHash: textHash('secret', 'After') }
    await value(database.write((w) => editComment(w, edit, FLAGGED, minutesLater(5))))
    expect(await heldFor(database, 'AFTER!')).toEqual(['repeat'])
    expect(await heldFor(database, 'Before')).toEqual([])
  })

  test('knows the words of an editor’s reply', async () => {
    await using database = await open()
    const parent = await published(database)
    const words = { text: 'Thank you.', textHash: textHash('secret', 'Thank you.') }
    const reply = { id: post().id, parent, name: 'Desk', ...words }
    await value(database.write((w) => replyAsEditor(w, reply, editor)))
    expect(await heldFor(database, 'thank you')).toEqual(['repeat'])
  })

  test('knows imported words, if they are not older than a day', async () => {
    await using database = await open()
    const batch = [
      imported('Of today', minutesLater(-60)),
      imported('Of last week', minutesLater(-7 * DAY)),
      imported('', minutesLater(-60), 'deleted'),
    ]
    const store = () =>
      value(database.write((w) => importComments(w, batch, { secret: 'secret', now: NOON })))
    expect([await store(), await store()]).toEqual([3, 0])
    expect(await heldFor(database, 'of today')).toEqual(['repeat'])
    expect(await heldFor(database, 'of last week')).toEqual([])
    const posts = database.read((db) => db.selectFrom('comment_posts').selectAll().execute())
    expect(await value(posts)).toHaveLength(3)
  })

  test('forgets the words with the comment', async () => {
    await using database = await open()
    const id = await published(database, { text: 'Regretted' })
    await value(database.write((w) => deleteComment(w, id, editor)))
    expect(await heldFor(database, 'Regretted')).toEqual([])
  })
})
