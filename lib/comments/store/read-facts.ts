import { sql } from 'kysely'
import * as z from 'zod'
import type { Rate } from '../rates'
import type { Post } from './post'
import { fingerprintsOf, repeatSince } from './posted-words'
import { preparedQuery } from './prepared-query'
import { startOf, totalTaken } from './rate-counts'
import type { Database } from './tables'

const rows = z.array(
  z.object({ fact: z.enum(['blocked', 'repeat', 'name', 'total']), value: z.string().nullable() }),
)

export type Facts = { isBlocked: boolean; isRepeat: boolean; namesAlike: string[]; total: number }

const readRows = preparedQuery<
  {
    today: string
    yesterday: string
    now: string
    from: string
    to: string
    since: string
    skeleton: string
    rate: string
    start: string
  },
  unknown
>((_, value) => {
  const alike = sql`from comments where skeleton = ${value('skeleton')} and state = 'approved'`
  return sql`
    select 'blocked' as fact, '' as value where exists (
      select 1 from address_blocks
      where address_hash in (${value('today')}, ${value('yesterday')}) and until > ${value('now')})
    union all select 'repeat', '' where exists (
      select 1 from comment_posts
      where fingerprint > ${value('from')} and fingerprint < ${value('to')} and posted > ${value('since')})
    union all select 'name', min(name) ${alike}
    union all select 'name', max(name) ${alike}
    union all ${totalTaken(value('rate'), value('start'))}`
})

/**
 * What the database knows about a comment to be stored, in one statement: each statement is a round trip during which
 * others wait for the lock. Of the names with this skeleton it reads only the first and the last in alphabetical order: an
 * imitation differs from at least one of them, and a name with 50,000 comments costs no more than a name with one.
 */
export async function readFacts(
  db: Database,
  post: Post,
  skeleton: string,
  total: Rate,
): Promise<Facts> {
  const { created, addressHashes, textHash } = post
  const [today, yesterday] = addressHashes
  const read = await readRows(db, {
    ...{ today, yesterday, skeleton, now: created.toISOString() },
    ...{ ...fingerprintsOf(textHash), since: repeatSince(created) },
    ...{ rate: total.name, start: startOf(total, created) },
  })
  const facts = rows.parse(read)
  const has = (wanted: string) => facts.some(({ fact }) => fact === wanted)
  return {
    isBlocked: has('blocked'),
    isRepeat: has('repeat'),
    namesAlike: facts.flatMap(({ fact, value }) => (fact === 'name' && value ? [value] : [])),
    total: Number(facts.find(({ fact }) => fact === 'total')?.value ?? 0),
  }
}
