import { describe, expect, test } from 'vitest'
import { importComments } from '@/lib/comments/commands/transfer'
import { DEFAULT_COMMENT_SETTINGS } from '@/lib/comments/comment'
import { RATE_LIMITS } from '@/lib/comments/rates'
import { blockWriter, decideComment } from '@/lib/comments/store/decide-comment'
import { findComment, readByState, readCommentsPage } from '@/lib/comments/store/read-comments'
import { DATABASES, openSqlite, value } from './databases'
import { FLAGGED, minutesLater, NOON, post, published, submit, UNLIMITED } from './posts'

const nasty =
  '<script>\u202e"\'; drop table comments; --\r\n\u2028 \u{1f469}\u200d\u{1f469} e\u0301 %00 \\0 ?1 $1 `*'

describe.each(DATABASES)('on %s', (_, open) => {
  test('stores a comment byte for byte as it was typed', async () => {
    await using database = await open()
    const given = post({ name: ` ${nasty.replace(/[\r\n]/g, '')} `, text: ` ${nasty}\n` })
    await submit(database, given)
    const stored = await value(database.read((db) => findComment(db, given.id)))
    expect(stored).toMatchObject({
      name: given.name,
      text: given.text,
      created: NOON,
      root: given.id,
    })
  })

  test('holds every comment by default, and publishes a plain comment with "flagged"', async () => {
    await using database = await open()
    const waiting = await submit(database, post(), DEFAULT_COMMENT_SETTINGS)
    const shown = await submit(database, post())
    expect(waiting).toMatchObject({ kind: 'stored', comment: { state: 'pending', heldFor: [] } })
    expect(shown).toMatchObject({ kind: 'stored', comment: { state: 'approved' } })
    expect(database.announced).toEqual(['nato'])
    const page = await value(database.read((db) => readCommentsPage(db, 'nato', 1)))
    expect(page?.total).toBe(1)
  })

  test.each([
    ['a link', { text: 'https://a.org' }, ['link']],
    ['the staff’s name', { name: 'DESK' }, ['look-alike']],
    ['a name made to look like another’s', { name: 'Аnna' }, ['look-alike']],
    ['a filled honeypot', { honeypot: 'x' }, ['honeypot']],
    ['words that were posted elsewhere', { text: 'Buy now', article: 'other' }, ['repeat']],
  ])('holds %s', async (__, given, heldFor) => {
    await using database = await open()
    await published(database, { name: 'Anna', text: 'buy  NOW!' })
    const outcome = await submit(database, post(given))
    expect(outcome).toMatchObject({ comment: { state: 'pending', heldFor } })
  })

  test('holds comments from a blocked address for a day, even past midnight', async () => {
    await using database = await open()
    const spam = post({ addressHashes: ['hash-23', 'hash-22'] })
    await submit(database, spam)
    await value(database.write((w) => blockWriter(w, spam.id, { actor: 'editor', now: NOON })))
    const at = (created: Date) =>
      submit(database, post({ created, addressHashes: ['hash-24', 'hash-23'] }))
    expect(await at(minutesLater(23 * 60))).toMatchObject({ comment: { heldFor: ['blocked'] } })
    expect(await at(minutesLater(24 * 60))).toMatchObject({ comment: { state: 'approved' } })
    expect(await submit(database, post())).toMatchObject({ comment: { state: 'approved' } })
  })

  test('treats a double click as one comment, even a simultaneous one, and a post an hour later as another', async () => {
    await using database = await open()
    const same = { text: 'Same words' }
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => submit(database, post(same))),
    )
    const stored = outcomes.filter(({ kind }) => kind === 'stored')
    const ids = new Set(outcomes.map((o) => ('comment' in o ? o.comment.id : o.kind)))
    expect([stored.length, ids.size]).toEqual([1, 1])
    const retry = await submit(database, post({ ...same, created: minutesLater(9) }))
    expect(retry).toMatchObject({ kind: 'same', comment: { id: [...ids][0] } })
    const later = await submit(database, post({ ...same, created: minutesLater(60) }))
    expect(later.kind).toBe('stored')
  })

  test.each([
    ['name', { name: 'Berta' }],
    ['article', { article: 'other' }],
  ])('keeps the same words under another %s apart', async (__, other) => {
    await using database = await open()
    const same = { text: 'Same words' }
    await submit(database, post(same))
    expect((await submit(database, post({ ...same, ...other }))).kind).toBe('stored')
  })

  test('refuses a burst from one network, but not the next network', async () => {
    await using database = await open()
    const from = (hash: string) =>
      submit(database, post({ addressHashes: [hash, 'y'] }), FLAGGED, RATE_LIMITS)
    const burst = await Promise.all(Array.from({ length: 12 }, () => from('a')))
    expect(burst.filter(({ kind }) => kind === 'stored')).toHaveLength(5)
    expect(burst.filter(({ kind }) => kind === 'too-many')).toHaveLength(7)
    expect(burst).toContainEqual({ kind: 'too-many', retryAfter: 600 })
    expect((await from('b')).kind).toBe('stored')
    const later = post({ addressHashes: ['a', 'y'], created: minutesLater(10) })
    expect((await submit(database, later, FLAGGED, RATE_LIMITS)).kind).toBe('stored')
  })

  test('doesn’t count a double click twice', async () => {
    await using database = await open()
    const from = (text: string) =>
      submit(database, post({ text, addressHashes: ['a', 'y'] }), FLAGGED, RATE_LIMITS)
    for (let i = 0; i < 8; i++) await from('Same words')
    expect((await from('Others')).kind).toBe('stored')
  })

  test('refuses more than all networks together may post', async () => {
    await using database = await open()
    const limits = { ...UNLIMITED, total: { name: 'total', most: 3, window: 600_000 } }
    const kinds: string[] = []
    for (let i = 0; i < 5; i++) {
      const given = post({ addressHashes: [`${i}`, 'y'] })
      kinds.push((await submit(database, given, FLAGGED, limits)).kind)
    }
    expect(kinds).toEqual(['stored', 'stored', 'stored', 'too-many', 'too-many'])
  })

  test('puts an answer only below a published comment of the same article', async () => {
    await using database = await open()
    const parent = await published(database)
    const waiting = post({ text: 'see https://a.org' })
    await submit(database, waiting)
    expect(await submit(database, post({ parent }))).toMatchObject({
      kind: 'stored',
      comment: { parent, root: parent },
    })
    for (const given of [
      { parent: waiting.id },
      { parent: 'nowhere' },
      { parent, article: 'other' },
    ]) {
      expect(await submit(database, post(given))).toEqual({ kind: 'no-parent' })
    }
    await value(
      database.write((w) => decideComment(w, parent, 'rejected', { actor: 'editor', now: NOON })),
    )
    expect(await submit(database, post({ parent }))).toEqual({ kind: 'no-parent' })
  })

  test('asks for a new thread when one has five hundred comments', async () => {
    await using database = await open()
    const parent = await published(database)
    const replies = Array.from({ length: 499 }, () => {
      const { id, article, name, text } = post({ created: minutesLater(1) })
      const created = minutesLater(1).toISOString()
      const place = { id, article, parent, root: parent, state: 'approved' as const, heldFor: [] }
      return { ...place, name, text, byEditor: false, created }
    })
    await value(database.write((w) => importComments(w, replies, { secret: 'secret', now: NOON })))
    expect(await submit(database, post({ parent }))).toEqual({ kind: 'thread-full' })
  })

  test('leaves nothing behind of a refused comment', async () => {
    await using database = await open()
    const given = post({ parent: 'nowhere' })
    await submit(database, given)
    const { parent: __, ...root } = given
    expect((await submit(database, root)).kind).toBe('stored')
    expect(await value(database.read((db) => readByState(db, 'pending', 10)))).toEqual([])
  })
})

test('can refuse one of many comments posted together without the others', async () => {
  await using database = openSqlite()
  const parent = await published(database)
  const given = Array.from({ length: 40 }, (_, i) =>
    post(i % 3 === 0 ? { parent: 'nowhere' } : { parent }),
  )
  const outcomes = await Promise.all(given.map((one) => submit(database, one)))
  const page = await value(database.read((db) => readCommentsPage(db, 'nato', 1)))
  expect(outcomes.map(({ kind }) => kind)).toEqual(
    given.map((_, i) => (i % 3 === 0 ? 'no-parent' : 'stored')),
  )
  expect(page?.total).toBe(1 + outcomes.filter(({ kind }) => kind === 'stored').length)
})
