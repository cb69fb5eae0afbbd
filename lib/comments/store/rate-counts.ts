import { type RawBuilder, sql } from 'kysely'
import { type Rate, type RateLimits, retryAfter, windowStart } from '../rates'
import { preparedQuery } from './prepared-query'
import type { Database } from './tables'

/** `ok`, or how many seconds to wait before trying again. */
export type RateOutcome = { ok: true } | { ok: false; retryAfter: number }

export const startOf = (rate: Rate, now: Date) => new Date(windowStart(rate, now)).toISOString()

export type Count = { rate: Rate; subject: string }

const countOne = preparedQuery<{ name: string; subject: string; start: string }, { count: number }>(
  (db, value) =>
    db
      .insertInto('comment_rates')
      .values({
        name: value('name'),
        subject: value('subject'),
        window_start: value('start'),
        count: 1,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['name', 'window_start', 'subject'])
          .doUpdateSet((set) => ({ count: set('comment_rates.count', '+', 1) })),
      )
      .returning('count'),
)

/** Adds one to each count and returns them in the same order. */
async function countOneMore(db: Database, counts: readonly Count[], now: Date): Promise<number[]> {
  const counted: number[] = []
  for (const { rate, subject } of counts) {
    const given = { name: rate.name, subject, start: startOf(rate, now) }
    const [row] = await countOne(db, given)
    counted.push(row?.count ?? 0)
  }
  return counted
}

/** Adds one to the count of `subject` and says whether it is still within the rate. */
export async function takeOne(
  db: Database,
  rate: Rate,
  subject: string,
  now: Date,
): Promise<RateOutcome> {
  const [count = 0] = await countOneMore(db, [{ rate, subject }], now)
  return count <= rate.most ? { ok: true } : { ok: false, retryAfter: retryAfter(rate, now) }
}

/**
 * What a comment counts towards: its network's rate, and the total. The total is kept in shards, by the first character of
 * the hash: with a single row, all of PostgreSQL's writers would wait for each other's commit.
 */
export const countsOf = (limits: RateLimits, addressHash: string): Count[] => [
  ...limits.address.map((rate) => ({ rate, subject: addressHash })),
  { rate: limits.total, subject: addressHash.slice(0, 1) },
]

/** Counts one comment for this network and in the total; says whether the network is within its own rates. */
export async function takeFromRates(
  db: Database,
  limits: RateLimits,
  addressHash: string,
  now: Date,
): Promise<RateOutcome> {
  const counts = await countOneMore(db, countsOf(limits, addressHash), now)
  const spent = limits.address.find((rate, i) => (counts[i] ?? 0) > rate.most)
  return spent === undefined ? { ok: true } : { ok: false, retryAfter: retryAfter(spent, now) }
}

/** The part of a query that adds up the total's shards. */
export const totalTaken = (rate: string | RawBuilder<string>, start: string | RawBuilder<string>) =>
  sql<{ value: string | null }>`select 'total' as fact, cast(sum(count) as text) as value
    from comment_rates where name = ${rate} and window_start = ${start}`
