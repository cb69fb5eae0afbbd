import type { Kysely } from 'kysely'
import pg from 'pg'
import { now } from '@/lib/site/clock'
import type { Tables } from '../tables'

/** How long to wait before connecting again, in milliseconds. */
const RECONNECT_AFTER = 500
/** How often to check that the connection still works, in milliseconds: a cut cable gives no sign by itself. */
const HEARTBEAT = 10_000
const CONNECT_WAIT = 2000
/** In milliseconds: the clocks of two servers differ, and a transaction starts before its commit. */
const OVERLAP = 60_000

const sinceNow = () => new Date(now().getTime() - OVERLAP).toISOString()

/**
 * Listens for other servers' changes to comments, and reads what it missed whenever the connection was lost. Returns a
 * function that stops it.
 */
export function listen(
  url: string,
  channel: string,
  reader: Kysely<Tables>,
  announce: (articles: string[]) => void,
): () => Promise<void> {
  let client: pg.Client | undefined
  // Changes made before the first LISTEN count too.
  let heard = sinceNow()
  let isStopped = false
  let retry: NodeJS.Timeout | undefined

  const again = (lost: pg.Client) => {
    if (client !== lost) return
    client = undefined
    lost.end().catch(() => {})
    if (!isStopped) retry = setTimeout(connect, RECONNECT_AFTER).unref()
  }

  const readUp = async () => {
    const since = heard
    const rows = await reader
      .selectFrom('comment_changes')
      .select(['article', 'at'])
      .where('at', '>', since)
      .execute()
    if (rows.length > 0) announce([...new Set(rows.map((row) => row.article))])
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_WAIT,
      query_timeout: CONNECT_WAIT,
      keepAlive: true,
    })
    client = next
    next.on('error', () => again(next))
    next.on('end', () => again(next))
    next.on('notification', ({ payload }) => announce([payload ?? '']))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      await readUp().catch(() => {})
      heard = sinceNow()
    } catch {
      again(next)
    }
  }

  const heartbeat = setInterval(() => {
    const asked = client
    asked?.query('select 1').then(
      () => {
        heard = sinceNow()
      },
      () => again(asked),
    )
  }, HEARTBEAT).unref()

  void connect()
  return async () => {
    isStopped = true
    clearTimeout(retry)
    clearInterval(heartbeat)
    await client?.end().catch(() => {})
  }
}
