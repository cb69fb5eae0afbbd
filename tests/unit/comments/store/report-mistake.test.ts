import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { commentCommands } from '@/lib/comments/commands/commands'
import { decideOnReport } from '@/lib/comments/http/decide-report'
import { showQueue } from '@/lib/comments/http/moderate'
import { signIn } from '@/lib/comments/http/moderator'
import { reportMistake } from '@/lib/comments/http/report-mistake'
import type { MistakeReport } from '@/lib/comments/mistake-report'
import { readTrail } from '@/lib/comments/store/audit'
import type { CommentDesk } from '@/lib/comments/store/comment-desk'
import { readReports } from '@/lib/comments/store/mistake-reports'
import { purge, REPORT_DAYS } from '@/lib/comments/store/purge'
import {
  DATABASES,
  openPostgres,
  openSqlite,
  type TestDatabase,
  temporaryFolder,
  value,
} from './databases'
import { openDesk, request } from './desk'
import { NOON } from './posts'

const TOKEN = 'a token of some length'
const FORM = {
  ...{ on: 'key-points', article: 'nato', q: '', sentence: 'nato s-abc' },
  comment: 'He did <b>not</b>.',
}

const reports = (database: TestDatabase, state: MistakeReport['state'] = 'open') =>
  value(database.read((db) => readReports(db, state, 50)))

const TRICKY = 'One\r\n\u2028"'

/** Ids of the same millisecond have no order, so the clock advances. */
async function reportOneAfterTheOther(desk: CommentDesk, clock: { now: Date }, words: string[]) {
  for (const comment of words) {
    await reportMistake(desk, request({ form: { ...FORM, comment } }))
    clock.now = new Date(clock.now.getTime() + 1)
  }
}

test.each(DATABASES)(
  'on %s a reported mistake reaches the editors once, as typed',
  async (_, open) => {
    await using database = await open()
    const desk = openDesk(database)
    for (let click = 0; click < 2; click++) {
      expect(await reportMistake(desk, request({ form: FORM }))).toMatchObject({
        status: 303,
        headers: { location: '/report?sent=1&article=nato' },
      })
    }
    expect(await reports(database)).toEqual([
      {
        ...{ id: expect.any(String), feature: 'key-points', article: 'nato', question: '' },
        ...{ sentenceId: 's-abc', sentence: 'Iwaya attended.', words: 'He did <b>not</b>.' },
        ...{ state: 'open', created: NOON, shown: [], model: '' },
      },
    ])
  },
)

test.each(DATABASES)(
  'on %s editors learn what was shown beside it, and which model chose it',
  async (_, open) => {
    await using database = await open()
    // Reports of one millisecond are in no order.
    const clock = { now: NOON }
    const desk = openDesk(database, { model: 'small, 127.0.0.1:8080', clock })
    const shown = ['nato s-abc', 'nato s-none', 'x', 'nato s-abc'].join('\r\n')
    const send = (model: string) =>
      reportMistake(desk, request({ form: { ...FORM, shown, model, comment: `By ${model}` } }))
    await send('small, 127.0.0.1:8080')
    clock.now = new Date(NOON.getTime() + 1)
    await send('<b>another</b>')
    expect(await reports(database)).toMatchObject([
      { shown: ['Iwaya attended.', 'Iwaya attended.'], model: 'small, 127.0.0.1:8080' },
      { model: '' },
    ])
  },
)

test('A sentence that isn’t the article’s is not stored as one, whatever a form says', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  for (const sentence of ['nato s-none', 'nato', 'x y z', ' ']) {
    await reportMistake(
      desk,
      request({ form: { ...FORM, sentence, comment: `Words ${sentence}` } }),
    )
  }
  for (const report of await reports(database)) {
    expect(report).toMatchObject({ article: 'nato', sentenceId: '', sentence: '' })
  }
})

test('Answers from the whole archive can be reported without an article', async () => {
  await using database = openSqlite()
  const form = { ...FORM, on: 'answers', article: '', sentence: '', q: 'Who?'.repeat(400) }
  await reportMistake(openDesk(database), request({ form }))
  const [report] = await reports(database)
  expect(report).toMatchObject({ article: '', feature: 'answers' })
  expect(report?.question).toHaveLength(500)
})

test.each([
  ['foreign Origin', { headers: { origin: 'https://evil.example' } }, 403],
  ['Sec-Fetch-Site: cross-site', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['JSON', { headers: { 'content-type': 'application/json' }, body: '{}' }, 415],
  ['bytes that aren’t text', { body: 'on=key-points&comment=%ff' }, 422],
  ['no words', { form: { ...FORM, comment: '\u200b' } }, 422],
  ['NUL', { form: { ...FORM, comment: 'a\u0000' } }, 422],
  ['an article that doesn’t exist', { form: { ...FORM, article: 'x', sentence: '' } }, 404],
  ['a feature that doesn’t exist', { form: { ...FORM, on: 'x' } }, 404],
  ['key points of no article', { form: { ...FORM, article: '', sentence: '' } }, 404],
])('is refused for %s, and nothing is stored', async (_, parts, status) => {
  await using database = openSqlite()
  expect((await reportMistake(openDesk(database), request(parts))).status).toBe(status)
  expect(await reports(database)).toEqual([])
})

test('Without Origin and Sec-Fetch-Site it asks first, and accepts the confirmation for these words only', async () => {
  await using database = openSqlite()
  const desk = openDesk(database)
  const headers = { origin: undefined, 'sec-fetch-site': undefined }
  const asked = await reportMistake(desk, request({ form: FORM, headers }))
  expect(asked).toMatchObject({ status: 200, view: { kind: 'report', words: FORM.comment } })
  const confirm =
    asked.view?.kind === 'report' && asked.view.confirm !== undefined ? asked.view.confirm : ''
  const other = { ...FORM, comment: 'Other words', confirm }
  expect((await reportMistake(desk, request({ form: other, headers }))).status).toBe(200)
  expect(await reports(database)).toEqual([])
  const confirmed = await reportMistake(desk, request({ form: { ...FORM, confirm }, headers }))
  expect(confirmed.status).toBe(303)
  expect(await reports(database)).toHaveLength(1)
})

test('A filled honeypot gets the same answer, and its report waits for nobody', async () => {
  await using database = openSqlite()
  const form = { ...FORM, website: 'https://spam.example' }
  expect((await reportMistake(openDesk(database), request({ form }))).status).toBe(303)
  expect(await reports(database)).toEqual([])
  expect(await reports(database, 'dismissed')).toHaveLength(1)
})

test.each(DATABASES)('on %s a burst is slowed down, and the text kept', async (_, open) => {
  await using database = await open()
  const desk = openDesk(database)
  const send = (number: number) =>
    reportMistake(desk, request({ form: { ...FORM, comment: `Words ${number}` } }))
  for (let number = 1; number <= 5; number++) expect((await send(number)).status).toBe(303)
  const refused = await send(6)
  expect(refused).toMatchObject({ status: 429, view: { kind: 'report', words: 'Words 6' } })
  expect(Number(refused.headers?.['retry-after'])).toBeGreaterThan(0)
  expect(await reports(database)).toHaveLength(5)
})

test('When the database can’t be used the text is kept', async () => {
  const database = openSqlite()
  const desk = openDesk(database)
  database.write = async () => ({ ok: false, reason: 'unavailable' })
  const reply = await reportMistake(desk, request({ form: FORM }))
  expect(reply).toMatchObject({ status: 503, view: { kind: 'report', words: FORM.comment } })
  await database[Symbol.asyncDispose]()
})

test.each(DATABASES)(
  'on %s an editor settles or dismisses it, and the trail says so',
  async (_, open) => {
    await using database = await open()
    const clock = { now: NOON }
    const desk = openDesk(database, { adminToken: TOKEN, clock })
    await reportOneAfterTheOther(desk, clock, ['One', 'Two'])
    const decideAs = (cookie: string | undefined, form: Record<string, string>) =>
      decideOnReport(desk, request({ form, headers: cookie === undefined ? {} : { cookie } }))
    const [one, two] = await reports(database)
    const signedIn = await signIn(desk, request({ form: { token: TOKEN } }))
    const cookie = signedIn.headers?.['set-cookie']?.split(';')[0]
    const settle = { id: one?.id ?? '', action: 'settled' }
    expect((await decideAs(undefined, settle)).status).toBe(401)
    const foreign = { cookie: cookie ?? '', origin: 'https://evil.example' }
    expect((await decideOnReport(desk, request({ form: settle, headers: foreign }))).status).toBe(
      403,
    )
    const queue = await showQueue(
      desk,
      request({ method: 'GET', query: { show: 'mistakes' }, headers: { cookie } }),
    )
    expect(queue.view).toMatchObject({
      show: 'mistakes',
      waitingReports: 2,
      reports: [{ title: 'NATO', report: { words: 'One' } }, { report: { words: 'Two' } }],
    })
    const done = { status: 303, headers: { location: '/moderate?show=mistakes' } }
    expect(await decideAs(cookie, settle)).toMatchObject(done)
    expect(await decideAs(cookie, settle)).toMatchObject(done)
    expect(await decideAs(cookie, { id: two?.id ?? '', action: 'dismissed' })).toMatchObject(done)
    expect((await decideAs(cookie, { id: 'none', action: 'settled' })).status).toBe(404)
    expect((await decideAs(cookie, { id: 'none', action: 'x' })).status).toBe(422)
    expect(await reports(database)).toEqual([])
    const trail = await value(database.read((db) => readTrail(db, 9)))
    expect(trail.map(({ actor, action, comment_id }) => [actor, action, comment_id])).toEqual([
      ['editor', 'dismiss report', two?.id],
      ['editor', 'settle report', one?.id],
    ])
  },
)

async function run(database: TestDatabase, name: string, ...parameters: string[]) {
  const said: string[] = []
  const settings = { dataDir: temporaryFolder(), contentDir: '.', siteUrl: 'https://news.example' }
  const done = await commentCommands[name]?.(
    { database, settings, now: NOON, say: (line) => said.push(line), complain: () => {} },
    parameters,
  )
  return { done, said }
}

test.each([
  ['SQLite', 'PostgreSQL', async () => openSqlite(), openPostgres],
  ['PostgreSQL', 'SQLite', openPostgres, async () => openSqlite()],
] as const)(
  'the commands list and decide reports, and copy them from %s to %s unchanged',
  async (_, __, from, to) => {
    await using old = await from()
    await using fresh = await to()
    const clock = { now: NOON }
    await reportOneAfterTheOther(openDesk(old, { clock }), clock, [TRICKY, 'Two', 'Three'])
    const ids = (await run(old, 'reports')).said.map((line): string => JSON.parse(line).id)
    expect(await run(old, 'settle', ids[0] ?? '')).toMatchObject({ done: true })
    expect(await run(old, 'dismiss', ids[1] ?? '', 'none')).toMatchObject({ done: false })
    const { said } = await run(old, 'export')
    const file = path.join(temporaryFolder(), 'export.jsonl')
    writeFileSync(file, said.map((line) => `${line}\n`).join(''))
    expect((await run(fresh, 'import', file)).said).toEqual(['3 imported, 0 already existed'])
    expect((await run(fresh, 'import', file)).said).toEqual(['0 imported, 3 already existed'])
    expect((await run(fresh, 'export')).said).toEqual(said)
    expect(await reports(fresh, 'settled')).toMatchObject([{ words: TRICKY }])
  },
)

test('An export from before reports existed can still be read', async () => {
  await using database = openSqlite()
  const file = path.join(temporaryFolder(), 'export.jsonl')
  writeFileSync(file, '{"format":"broadsheet-comments","version":1}\n')
  expect(await run(database, 'import', file)).toMatchObject({ done: true })
})

test('A report is deleted after a year, and its address hash after two days', async () => {
  await using database = openSqlite()
  await reportMistake(openDesk(database), request({ form: FORM }))
  const after = async (days: number) => {
    const now = new Date(NOON.getTime() + days * 86_400_000)
    await value(database.write((writing) => purge(writing, now)))
    return value(
      database.read((db) => db.selectFrom('mistake_reports').select('address_hash').execute()),
    )
  }
  expect(await after(1)).toEqual([{ address_hash: expect.any(String) }])
  expect(await after(3)).toEqual([{ address_hash: null }])
  expect(await after(REPORT_DAYS + 1)).toEqual([])
})
