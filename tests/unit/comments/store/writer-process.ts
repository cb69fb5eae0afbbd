import { writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { fingerprint } from '@/lib/comments/dedupe'
import { CommentDatabase } from '@/lib/comments/store/comment-database'
import { postgresEngine } from '@/lib/comments/store/postgres/postgres-engine'
import { sqliteEngine } from '@/lib/comments/store/sqlite/sqlite-engine'

/**
 * Posts the comments FROM, FROM + 1, … until it is killed, several at a time, and prints each number once the comment is
 * acknowledged: `tsx writer-process.ts FILE-OR-URL FROM PER-SECOND LAST`. With 0 for PER-SECOND it posts as fast as it can.
 * Unless LAST is 0, it kills itself after that many comments, between the last commit and its answer.
 */
const [where = '', from = '0', perSecond = '0', last = '0'] = process.argv.slice(2)
const AT_A_TIME = 4
const created = new Date('2025-11-23T12:00:00Z')
const unlimited = { name: 'none', most: 1e9, window: 60_000 }

const engine = where.startsWith('postgres:') ? postgresEngine(where) : sqliteEngine(where)
const database = new CommentDatabase(engine, { log: () => {}, announce: () => {}, watch: true })
let next = Number(from)
let stored = 0

async function postOne(): Promise<void> {
  const number = next++
  const words = { article: 'nato', name: 'Anna', text: `Comment ${number}` }
  const outcome = await database.submit({
    post: {
      ...words,
      // As on a server: each try has another id.
      id: `${number}-${process.pid}`,
      honeypot: '',
      created,
      addressHashes: ['a', 'b'],
      fingerprint: fingerprint('secret', words),
      textHash: `${number}`,
    },
    settings: { moderation: 'all', staff: [] },
    limits: { address: [], total: unlimited },
  })
  if (!outcome.ok) return
  if (++stored === Number(last)) process.kill(process.pid, 'SIGKILL')
  writeSync(1, `${number}\n`)
}

const begun = performance.now()
let turns = 0

async function turn(): Promise<void> {
  const pace = Number(perSecond)
  if (pace > 0) await setTimeout(begun + (turns++ * 1000) / pace - performance.now())
}

await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (;;) {
      await turn()
      await postOne()
    }
  }),
)
