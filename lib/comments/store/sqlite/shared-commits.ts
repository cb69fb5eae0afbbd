import { CompiledQuery, type ControlledTransaction, type Kysely } from 'kysely'
import { BatchQueue } from '@/lib/threads/batch-queue'
import { isUnavailable } from '../database-error'
import type { Tables } from '../tables'

/** As many as make the price of a commit small beside their own; more would only make the first one wait. */
export const SHARE_MOST = 32

/** Written out, since building and compiling each of them costs as much as carrying it out. */
const SAVEPOINT = CompiledQuery.raw('savepoint job')
const ROLL_BACK = CompiledQuery.raw('rollback to job')
const RELEASE = CompiledQuery.raw('release job')

type Trx = ControlledTransaction<Tables>
/** Works in the transaction and says whether what it did is to be kept. */
type Work = (trx: Trx) => Promise<boolean>
type Job = { item: Work; resolve(): void; reject(error: unknown): void }

/**
 * Lets writers that come at the same time share one transaction of a database that has one writer anyway: a commit waits
 * for the disk, which costs more than all the rest. Each works in a savepoint, so that one that is refused or fails leaves
 * the others alone; no writer is told that it worked before the commit.
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

/** Whether the job waits for the commit. Throws when the transaction itself is lost. */
async function workInSavepoint(trx: Trx, { item: work, resolve, reject }: Job): Promise<boolean> {
  // Sent without waiting: statements are carried out in the order in which they are sent.
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
    // A full disk has taken the whole transaction with it; a mistake of ours only concerns this one.
    if (isUnavailable(error)) throw error
    await undo(trx)
    reject(error)
  }
  return false
}

async function undo(trx: Trx): Promise<void> {
  await Promise.all([trx.executeQuery(ROLL_BACK), trx.executeQuery(RELEASE)])
}
