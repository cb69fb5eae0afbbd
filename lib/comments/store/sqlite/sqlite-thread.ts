import { workerData } from 'node:worker_threads'
import { Kysely } from 'kysely'
import { serveOrders } from '@/lib/threads/serve-orders'
import { DatabaseError } from '../database-error'
import type { Submission } from '../post'
import { submitComment } from '../submit-comment'
import type { Tables } from '../tables'
import { sharedCommits } from './shared-commits'
import { SqliteRunnerDialect } from './sqlite-dialect'
import { SqliteFile } from './sqlite-file'
import { type SubmitReply, sqliteOptions, sqliteTask } from './sqlite-protocol'

/**
 * The thread that uses the comments' SQLite file: a statement that waits for another process's lock blocks this thread, not
 * the server. It runs single statements, and it stores posts whole: a post is half a dozen statements, and each trip
 * between threads costs as much as the statement itself.
 */

const options = sqliteOptions.parse(workerData)
const file = new SqliteFile(options)
const local = new Kysely<Tables>({
  dialect: new SqliteRunnerDialect({
    runner: { run: async (sql, parameters) => file.run(sql, parameters), close: async () => {} },
    turnWait: options.lockWait,
  }),
})
const commits = sharedCommits(local)

const failure = (error: unknown) => ({
  ok: false as const,
  message: error instanceof Error ? error.message : String(error),
  code: error instanceof DatabaseError && typeof error.code === 'number' ? error.code : undefined,
})

async function submit(submission: Submission): Promise<SubmitReply> {
  let reply: SubmitReply | undefined
  try {
    await commits.add(async (db) => {
      let hasChanged = false
      const markChanged = async (article: string) => {
        hasChanged = true
        await db
          .insertInto('comment_changes')
          .values({ article, at: submission.post.created.toISOString() })
          .execute()
      }
      const { keep, value } = await submitComment({ db, markChanged }, submission)
      reply = { ok: true, outcome: value, hasChanged: hasChanged && keep }
      return keep
    })
    return reply ?? failure('A post ended without an outcome')
  } catch (error) {
    return failure(error)
  }
}

serveOrders({
  orders: sqliteTask,
  answer: async (task) => {
    if ('submissions' in task) {
      return { rows: await Promise.all(task.submissions.map(submit)), changes: 0 }
    }
    if ('sql' in task) return file.run(task.sql, task.parameters)
    file[task.order]()
    return { rows: [], changes: 0 }
  },
  end: () => file.end(),
})
