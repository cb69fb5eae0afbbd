import { sql } from 'kysely'
import { z } from 'zod'
import { REPEAT_HOURS } from '../hold-reasons'
import type { Rate } from '../rates'
import type { Post } from './post'
import { totalTaken } from './rate-counts'
import type { Database } from './tables'

const HOUR = 3_600_000

const rows = z.array(
  z.object({ fact: z.enum(['blocked', 'repeat', 'name', 'total']), value: z.string().nullable() }),
)

export type Facts = { isBlocked: boolean; isRepeat: boolean; namesAlike: string[]; total: number }

/**
 * What the database knows about a comment on its way in, in one statement: each one is a way to the database and back
 * while others wait for the lock. Of the names with this skeleton only the first and the last in the alphabet are looked
 * at: an imitation differs from at least one of them, and a name under 50,000 comments costs no more than under one.
 */
export async function readFacts(
  db: Database,
  post: Post,
  skeleton: string,
  total: Rate,
): Promise<Facts> {
  const [today, yesterday] = post.addressHashes
  const now = post.created.toISOString()
  const since = new Date(post.created.getTime() - REPEAT_HOURS * HOUR).toISOString()
  const alike = sql`from comments where skeleton = ${skeleton} and state = 'approved'`
  const result = await sql`
    select 'blocked' as fact, '' as value where exists (
      select 1 from address_blocks where address_hash in (${today}, ${yesterday}) and until > ${now})
    union all select 'repeat', '' where exists (
      select 1 from comments where text_hash = ${post.textHash} and created > ${since})
    union all select 'name', min(name) ${alike}
    union all select 'name', max(name) ${alike}
    union all ${totalTaken(total, post.created)}`.execute(db)
  const facts = rows.parse(result.rows)
  const has = (wanted: string) => facts.some(({ fact }) => fact === wanted)
  return {
    isBlocked: has('blocked'),
    isRepeat: has('repeat'),
    namesAlike: facts.flatMap(({ fact, value }) => (fact === 'name' && value ? [value] : [])),
    total: Number(facts.find(({ fact }) => fact === 'total')?.value ?? 0),
  }
}
