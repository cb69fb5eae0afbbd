import type { Kysely } from 'kysely'
import { BatchQueue } from '@/lib/threads/batch-queue'
import type { Submission } from './post'
import { SHARE_MOST } from './sqlite/shared-commits'
import type { SubmitReply } from './sqlite/sqlite-protocol'
import { errorOf, type SqliteThread } from './sqlite/sqlite-thread-client'
import type { Tables } from './tables'

type Submitted = SubmitReply & { ok: true }

/**
 * Queues posts for the thread. Posts that arrive while it is busy share one commit, which waits for the disk and costs more
 * than the rest of a post.
 *
 * @param writer Kysely on that thread: the queue takes turns with the other transactions
 */
export const submitQueue = (writer: Kysely<Tables>, thread: SqliteThread) =>
  new BatchQueue<Submission, Submitted>(
    (take) =>
      writer.connection().execute(async () => {
        const sent = take()
        const replies = await thread.submit(sent.map(({ item }) => item))
        for (const [index, reply] of replies.entries()) {
          if (reply.ok) sent[index]?.resolve(reply)
          else sent[index]?.reject(errorOf(reply))
        }
      }),
    SHARE_MOST,
  )
