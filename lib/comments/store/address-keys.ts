import { keptDays } from '../address-hash'
import type { Database } from './tables'

/** Bytes of a day's key. */
export const DAY_KEY_BYTES = 32

/** The key of a day, the same on every server: the first server to ask stores its own. */
async function keyOf(db: Database, day: string, fresh: string): Promise<string> {
  await db
    .insertInto('address_keys')
    .values({ day, key: fresh })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  const { key } = await db
    .selectFrom('address_keys')
    .select('key')
    .where('day', '=', day)
    .executeTakeFirstOrThrow()
  return key
}

/**
 * Today's and yesterday's key; deletes older ones.
 *
 * @param fresh random keys, used for a day that has none yet
 */
export async function readAddressKeys(
  db: Database,
  now: Date,
  fresh: readonly [string, string],
): Promise<[string, string]> {
  const [today, yesterday] = keptDays(now)
  await db.deleteFrom('address_keys').where('day', '<', yesterday).execute()
  return [await keyOf(db, today, fresh[0]), await keyOf(db, yesterday, fresh[1])]
}
