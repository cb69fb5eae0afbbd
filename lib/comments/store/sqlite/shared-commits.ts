import { CompiledQuery, type ControlledTransaction, type Kysely } from 'kysely'
import { BatchQueue } from '@/lib/threads/batch-queue'
import { isUnavailable } from '../database-error'
import type { Tables } from '../tables'

/** Enough to make the cost of a commit small beside the cost of the posts; more would only delay the first one. */
export const SHARE_MOST = 32

/** Written out, since building and compiling each of them costs as much as running it. */
const SAVEPOINT = CompiledQuery.raw('savepoint job')
const ROLL_BACK = CompiledQuery.raw('rollback to job')
const RELEASE = CompiledQuery.raw('release job')

type Trx = ControlledTransaction<Tables>
/** Works in the transaction and returns whether to keep the result. */
type Work = (trx: Trx) => Promise<boolean>
type Job = { item: Work; resolve(): void; reject(error: unknown): void }

/**
 * Lets writers that arrive at the same time share one transaction of a database that allows only one writer anyway: a
 * commit waits for the disk, which costs more than all the rest. Each works in a savepoint, so that a refusal or failure
 * doesn't affect the others; no writer learns of success before the commit.
 */
export const sharedCommits = (writer: Kysely<Tables>) =>
  new BatchQueue<Work, void>(async (take) => {
    const trx = await writer.startTransaction().execute()
    const kept: Job[] = []
    try {
      for (const job of take()) if (await workInSavepoint(trx, job)) kept.push(job)
      await trx.commit().execute()
      for (const { resolve } of kept) resolve()
    } catch (error) {
      await trx
        .rollback()
        .execute()
        .catch(() => {})
      throw error
    }
  }, SHARE_MOST)

/** Returns whether the job must wait for the commit. Throws when the transaction itself is lost. */
async function workInSavepoint(trx: Trx, { item: work, resolve, reject }: Job): Promise<boolean> {
  // Sent without waiting: statements run in the order in which they are sent.
  const opened = trx.executeQuery(SAVEPOINT)
  opened.catch(() => {})
  try {
    const keep = await work(trx)
    await opened
    if (keep) {
      await trx.executeQuery(RELEASE)
      return true
    }
    await undo(trx)
    resolve()
  } catch (error) {
    // A full disk has undone the whole transaction; a mistake of ours affects only this writer.
    if (isUnavailable(error)) throw error
    await undo(trx)
    reject(error)
  }
  return false
}

async function undo(trx: Trx): Promise<void> {
  await Promise.all([trx.executeQuery(ROLL_BACK), trx.executeQuery(RELEASE)])
}
