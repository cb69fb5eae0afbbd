import { describe, expect, test } from 'vitest'
import { preparedQuery } from '@/lib/comments/store/prepared-query'
import { DATABASES, openPostgres, openSqlite, value } from './databases'
import { post, submit } from './posts'

/** Finds ids by article and name, and counts how often the query is built. */
function counted() {
  let built = 0
  const find = preparedQuery<{ article: string; name: string }, { id: string }>((db, given) => {
    built++
    return db
      .selectFrom('comments')
      .select('id')
      .where('article', '=', given('article'))
      .where('name', '=', given('name'))
      .where('state', '=', 'approved')
  })
  return { find, built: () => built }
}

describe.each(DATABASES)('on %s', (_, open) => {
  test('is built once and run with different values each time', async () => {
    await using database = await open()
    const { find, built } = counted()
    const [anna, berta] = [post({ name: 'Anna' }), post({ name: 'Ber?ta $1' })]
    for (const given of [anna, berta]) await submit(database, given)
    const ids = (name: string) => value(database.read((db) => find(db, { article: 'nato', name })))
    expect(await ids('Anna')).toEqual([{ id: anna.id }])
    expect(await ids('Ber?ta $1')).toEqual([{ id: berta.id }])
    expect(await ids('Nobody')).toEqual([])
    expect(built()).toBe(1)
  })

  test('runs in the given transaction', async () => {
    await using database = await open()
    const { find } = counted()
    const given = post({ name: 'Anna' })
    await submit(database, given)
    const found = await value(
      database.write(async ({ db }) => {
        await db.updateTable('comments').set({ name: 'Berta' }).execute()
        return { keep: false, value: await find(db, { article: 'nato', name: 'Berta' }) }
      }),
    )
    expect(found).toEqual([{ id: given.id }])
  })
})

test('uses the syntax of each kind of database', async () => {
  await using sqlite = openSqlite()
  await using postgres = await openPostgres()
  const { find, built } = counted()
  for (const database of [sqlite, postgres, sqlite]) {
    const given = post({ name: `Name ${built()}` })
    await submit(database, given)
    const read = database.read((db) => find(db, { article: 'nato', name: given.name }))
    expect(await value(read)).toEqual([{ id: given.id }])
  }
  expect(built()).toBe(2)
})
