import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { explainTrouble, isUnavailable } from './database-error'
import type { Engine, Outcome, Verdict, Writing } from './engine'
import { NewerSchemaError } from './migrate'
import type { Submission, SubmitOutcome } from './post'
import type { Tables } from './tables'

/** How long a database that failed is left alone by readers, in milliseconds: pages must not queue up at a dead one. */
const REST_AFTER_FAILURE = 1000

const UNAVAILABLE = { ok: false, reason: 'unavailable' } as const

export type Listeners = {
  log: (message: string) => void
  /** Called with articles whose comments look different from now on. */
  announce: (articles: string[]) => void
  watch: boolean
}

type Use = 'read' | 'write'

export class CommentDatabase {
  readonly #engine: Engine
  readonly #log: (message: string) => void
  readonly #announce: (articles: string[]) => void
  readonly #unwatch: () => Promise<void>
  readonly #troubles = new Map<Use, string>()
  #ready: Promise<void> | undefined
  #isReady = false
  #isResting = false

  /** @param watch whether to hear of what other processes change; a command that ends soon has no use for it */
  constructor(engine: Engine, { log, announce, watch }: Listeners) {
    this.#engine = engine
    this.#log = log
    this.#announce = announce
    this.#unwatch = watch ? engine.watch(announce) : async () => {}
  }

  /** File or host. */
  get where(): string {
    return this.#engine.where
  }

  /** What keeps the database from being used, in an operator's words; undefined while it works. */
  get trouble(): string | undefined {
    return [...this.#troubles.values()][0]
  }

  /** Creates or migrates the tables. Anything else does so by itself; a start-up message wants to know now. */
  async open(): Promise<Outcome<undefined>> {
    return this.#bounded('write', async () => {
      await this.#prepare()
      return undefined
    })
  }

  /** For pages: an answer comes within `readWait`, whatever state the database is in. */
  async read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<Outcome<T>> {
    if (this.#isResting) return UNAVAILABLE
    return this.#bounded('read', async () => {
      if (!this.#isReady) await this.#prepare()
      return work(this.#engine.reader)
    })
  }

  /** All of `work` or nothing. Once this resolves with `ok` and `keep`, it outlives a power cut. */
  async write<T>(work: (writing: Writing) => Promise<Verdict<T>>): Promise<Outcome<T>> {
    const changed = new Set<string>()
    const outcome = await this.#bounded('write', async () => {
      if (!this.#isReady) await this.#prepare()
      return this.#transact(work, changed)
    })
    if (outcome.ok && changed.size > 0) this.#announce([...changed])
    return outcome
  }

  /** Stores a comment, see submitComment. Once this resolves with `ok` and `stored`, it outlives a power cut. */
  async submit(submission: Submission): Promise<Outcome<SubmitOutcome>> {
    const outcome = await this.#bounded('write', async () => {
      if (!this.#isReady) await this.#prepare()
      return this.#engine.submit(submission)
    })
    if (!outcome.ok) return outcome
    if (outcome.value.hasChanged) this.#announce([submission.post.article])
    return { ok: true, value: outcome.value.outcome }
  }

  async close(): Promise<void> {
    await this.#unwatch()
    await this.#engine.close()
  }

  async #transact<T>(
    work: (writing: Writing) => Promise<Verdict<T>>,
    changed: Set<string>,
  ): Promise<T> {
    const trx = await this.#engine.writer.startTransaction().execute()
    const markChanged = async (article: string) => {
      changed.add(article)
      await this.#engine.markChanged(trx, article)
    }
    try {
      const { keep, value } = await work({ db: trx, markChanged })
      if (keep) await trx.commit().execute()
      else await trx.rollback().execute()
      if (!keep) changed.clear()
      return value
    } catch (error) {
      if (!trx.isCommitted && !trx.isRolledBack) await trx.rollback().execute()
      throw error
    }
  }

  /** Once for all who ask at the same time; after a failure the next one tries again. */
  #prepare(): Promise<void> {
    this.#ready ??= this.#engine.migrate().then(
      () => {
        this.#isReady = true
      },
      (error: unknown) => {
        this.#ready = undefined
        throw error
      },
    )
    return this.#ready
  }

  async #bounded<T>(use: Use, work: () => Promise<T>): Promise<Outcome<T>> {
    const wait = use === 'read' ? this.#engine.readWait : this.#engine.writeWait
    let giveUp = () => {}
    const late = new Promise<undefined>((resolve) => {
      const timer = setTimeout(resolve, wait, undefined)
      giveUp = () => clearTimeout(timer)
    })
    const done = work().then((value) => ({ ok: true, value }) as const)
    try {
      const outcome = await Promise.race([done, late])
      if (outcome !== undefined) {
        this.#recovered(use)
        return outcome
      }
      // What is still under way ends in its own time; a retry finds what it left, see dedupe.ts.
      done.catch(() => {})
      return this.#failed(use, `${this.#engine.where} gave no answer within ${wait} ms`)
    } catch (error) {
      if (error instanceof NewerSchemaError) return this.#failed(use, error.message)
      if (isUnavailable(error)) return this.#failed(use, explainTrouble(error, this.#engine.where))
      throw error
    } finally {
      giveUp()
    }
  }

  #failed(use: Use, trouble: string): typeof UNAVAILABLE {
    if (!this.#troubles.has(use)) this.#log(trouble)
    this.#troubles.set(use, trouble)
    // Only reading rests: a file that can't be written just now can mostly be read.
    if (use === 'read' && !this.#isResting) {
      this.#isResting = true
      const rested = () => {
        this.#isResting = false
      }
      sleep(REST_AFTER_FAILURE, undefined, { ref: false }).then(rested)
    }
    return UNAVAILABLE
  }

  #recovered(use: Use): void {
    if (this.#troubles.delete(use)) {
      this.#log(`The comments database ${this.#engine.where} can be used again (${use}).`)
    }
  }
}
