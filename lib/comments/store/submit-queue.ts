import type { Kysely } from 'kysely'
import type { Submission } from './post'
import type { SubmitReply } from './sqlite/sqlite-protocol'
import { errorOf, type SqliteThread } from './sqlite/sqlite-thread-client'
import type { Tables } from './tables'

/** As many as make the price of a commit small beside their own; more would only make the first one wait. */
const SHARE_MOST = 32

type Submitted = SubmitReply & { ok: true }
type Waiting = {
  submission: Submission
  resolve(reply: Submitted): void
  reject(error: unknown): void
}

/**
 * Posts on their way to the thread. Those that come while it is busy go together and share a commit, which waits for the
 * disk and costs more than all the rest of a post.
 */
export class SubmitQueue {
  readonly #writer: Kysely<Tables>
  readonly #thread: SqliteThread
  readonly #queue: Waiting[] = []
  #isRunning = false

  /** @param writer Kysely on that thread: the queue takes its turn among the other transactions */
  constructor(writer: Kysely<Tables>, thread: SqliteThread) {
    this.#writer = writer
    this.#thread = thread
  }

  submit(submission: Submission): Promise<Submitted> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, resolve, reject })
      if (!this.#isRunning) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#queue.length > 0) await this.#sendSome()
    this.#isRunning = false
  }

  async #sendSome(): Promise<void> {
    let sent: Waiting[] = []
    try {
      await this.#writer.connection().execute(async () => {
        sent = this.#queue.splice(0, SHARE_MOST)
        const replies = await this.#thread.submit(sent.map(({ submission }) => submission))
        for (const [index, reply] of replies.entries()) {
          if (reply.ok) sent[index]?.resolve(reply)
          else sent[index]?.reject(errorOf(reply))
        }
      })
    } catch (error) {
      // No turn was to be had, or the thread is gone: that is the answer to all who waited.
      for (const { reject } of sent.length > 0 ? sent : this.#queue.splice(0)) reject(error)
    }
  }
}
