import { once } from 'node:events'
import { createServer } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CommentCounts } from '@/lib/comments/store/comment-counts'
import { CommentDatabase } from '@/lib/comments/store/comment-database'
import { countComments } from '@/lib/comments/store/count-comments'
import { postgresEngine } from '@/lib/comments/store/postgres/postgres-engine'
import { type RunningPostgres, startPostgres } from '../../../support/postgres'
import { createPostgresDatabase, type TestDatabase, value, watched } from './databases'
import { FLAGGED, post, published, UNLIMITED } from './posts'

const UNAVAILABLE = { ok: false, reason: 'unavailable' }
const tryToPost = (database: TestDatabase, given = post()) =>
  database.submit({ post: given, settings: FLAGGED, limits: UNLIMITED })
const count = (database: TestDatabase) =>
  database.read(async (db) => (await countComments(db, ['nato'])).get('nato') ?? 0)

/** Waits for something that happens by itself; if it doesn't, the suite's time-out fails the test. */
async function eventually<T>(
  ask: () => Promise<T> | T,
  isRight: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isRight(answer)) return answer
    await setTimeout(50)
  }
}

let own: RunningPostgres
beforeAll(async () => {
  own = await startPostgres()
})
afterAll(() => own.stop())

test('works without a database that is down at the start, goes away and comes back', async () => {
  await own.interrupt()
  await using database = watched(postgresEngine(`${own.url}/postgres`), true)
  expect(await database.open()).toEqual(UNAVAILABLE)
  expect(await tryToPost(database)).toEqual(UNAVAILABLE)
  expect(await count(database)).toEqual(UNAVAILABLE)

  await own.resume()
  const given = post()
  await eventually(
    () => tryToPost(database, given),
    ({ ok }) => ok,
  )
  await eventually(
    () => count(database),
    ({ ok }) => ok,
  )

  await own.interrupt()
  const during = post()
  expect(await tryToPost(database, during)).toEqual(UNAVAILABLE)
  expect(
    await eventually(
      () => count(database),
      ({ ok }) => !ok,
    ),
  ).toEqual(UNAVAILABLE)

  await own.resume()
  await eventually(
    () => tryToPost(database, during),
    ({ ok }) => ok,
  )
  // A writer who got no answer tries again.
  expect(await tryToPost(database, during)).toMatchObject({ value: { kind: 'same' } })
  expect(await tryToPost(database, given)).toMatchObject({ value: { kind: 'same' } })
  expect(
    await eventually(
      () => count(database),
      ({ ok }) => ok,
    ),
  ).toEqual({ ok: true, value: 2 })
})

test('keeps the last known counts while the database is away, and counts again when it is back', async () => {
  const announced: string[][] = []
  const known = (): number | undefined => counts.of(['outage']).get('outage')
  const database = new CommentDatabase(postgresEngine(`${own.url}/postgres`), {
    log: () => {},
    announce: (articles) => counts.recount(articles),
    readable: () => counts.recountAll(),
    watch: false,
  })
  const counts = new CommentCounts(database, (articles) => announced.push(articles))
  await using elsewhere = watched(postgresEngine(`${own.url}/postgres`))
  await value(database.open())
  await published(database, { article: 'outage' })
  // It is counted before its writer gets an answer: the list is right at the next request.
  expect(known()).toBe(1)
  expect(announced).toEqual([['outage']])

  // No notification tells it of this one.
  expect(await tryToPost(elsewhere, post({ article: 'outage' }))).toMatchObject({ ok: true })
  await own.interrupt()
  await counts.recountAll()
  expect(known()).toBe(1)
  await own.resume()
  // Nobody reads: it notices by itself that it can.
  await eventually(known, (count) => count === 2)
  await database.close()
})

test('delays one reader when a database accepts connections and never answers, and no later ones', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = typeof address === 'object' ? address?.port : 0
  const url = `postgres://broadsheet@127.0.0.1:${port}/postgres`
  await using database = watched(postgresEngine(url, { readWait: 200, writeWait: 200 }))
  expect(await count(database)).toEqual(UNAVAILABLE)
  for (let reader = 0; reader < 20; reader++) {
    const order: string[] = []
    const tick = setImmediate().then(() => order.push('the next turn of the server'))
    expect(await count(database)).toEqual(UNAVAILABLE)
    order.push('answered')
    await tick
    expect(order).toEqual(['answered', 'the next turn of the server'])
    await setTimeout(10)
  }
  silent.close()
})

test('tells the other servers which articles’ comments changed', async () => {
  const url = await createPostgresDatabase()
  await using here = watched(postgresEngine(url), true)
  await using there = watched(postgresEngine(url), true)
  await value(here.open())
  await eventually(
    async () => {
      await published(here)
      return there.announced
    },
    (announced) => announced.includes('nato'),
  )
})

test('reads what changed while it couldn’t listen', async () => {
  const url = await createPostgresDatabase()
  await using here = watched(postgresEngine(url), false)
  await using there = watched(postgresEngine(url), true)
  await eventually(
    async () => {
      await published(here)
      return there.announced
    },
    (announced) => announced.length > 0,
  )
  const admin = new pg.Client(url)
  await admin.connect()
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  )
  await value(
    here.write(async ({ db }) => {
      const at = new Date().toISOString()
      // Without a notification, as if it had been sent while nobody listened.
      await db.insertInto('comment_changes').values({ article: 'missed', at }).execute()
      return { keep: true, value: undefined }
    }),
  )
  await admin.end()
  await eventually(
    () => there.announced,
    (announced) => announced.includes('missed'),
  )
})
