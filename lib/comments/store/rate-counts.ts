import { type Rate, type RateLimits, retryAfter, windowStart } from '../rates'
import type { Database } from './tables'

/** `ok`, or the seconds after which to try again. */
export type RateOutcome = { ok: true } | { ok: false; retryAfter: number }

const startOf = (rate: Rate, now: Date) => new Date(windowStart(rate, now)).toISOString()

async function countOne(db: Database, rate: Rate, subject: string, now: Date): Promise<number> {
  const { count } = await db
    .insertInto('comment_rates')
    .values({ name: rate.name, subject, window_start: startOf(rate, now), count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'window_start', 'subject'])
        .doUpdateSet((set) => ({ count: set('comment_rates.count', '+', 1) })),
    )
    .returning('count')
    .executeTakeFirstOrThrow()
  return count
}

async function sum(db: Database, rate: Rate, now: Date): Promise<number> {
  const { total } = await db
    .selectFrom('comment_rates')
    .select((select) => select.fn.sum<number | string>('count').as('total'))
    .where('name', '=', rate.name)
    .where('window_start', '=', startOf(rate, now))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Counts one more of `subject` and says whether that is still within the rate. */
export async function takeOne(
  db: Database,
  rate: Rate,
  subject: string,
  now: Date,
): Promise<RateOutcome> {
  const count = await countOne(db, rate, subject, now)
  return count <= rate.most ? { ok: true } : { ok: false, retryAfter: retryAfter(rate, now) }
}

/**
 * Counts one comment from this network and in total. The total is kept in shards, by the first character of the hash:
 * a single row would make all of PostgreSQL's writers wait for each other's commit.
 */
export async function takeFromRates(
  db: Database,
  limits: RateLimits,
  addressHash: string,
  now: Date,
): Promise<RateOutcome> {
  for (const rate of limits.address) {
    const outcome = await takeOne(db, rate, addressHash, now)
    if (!outcome.ok) return outcome
  }
  await countOne(db, limits.total, addressHash.slice(0, 1), now)
  const isWithin = (await sum(db, limits.total, now)) <= limits.total.most
  return isWithin ? { ok: true } : { ok: false, retryAfter: retryAfter(limits.total, now) }
}
