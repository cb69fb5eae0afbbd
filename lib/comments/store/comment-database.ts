import type { Kysely } from 'kysely'
import { withinTime } from '@/lib/threads/within-time'
import { Availability, type Use } from './availability'
import { explainTrouble, isMoved, isUnavailable } from './database-error'
import type { Engine, Outcome, Verdict, Writing } from './engine'
import { NewerSchemaError } from './migrate'
import type { Submission, SubmitOutcome } from './post'
import { isThere } from './read-comments'
import type { Tables } from './tables'

const UNAVAILABLE = { ok: false, reason: 'unavailable' } as const

export type Listeners = {
  log: (message: string) => void
  /**
   * Called with articles whose comments now look different; the change isn't confirmed to its writer before this is done.
   */
  announce: (articles: string[]) => Promise<void> | void
  /** Called when the database can be read again after an outage. */
  readable?: () => unknown
  watch: boolean
}

export class CommentDatabase {
  readonly #engine: Engine
  readonly #announce: Listeners['announce']
  readonly #unwatch: () => Promise<void>
  readonly #availability: Availability
  #ready: Promise<void> | undefined
  #isReady = false
  #isMoved = false

  /** @param watch whether to watch for changes by other processes; a short command doesn't need it */
  constructor(engine: Engine, { log, announce, readable = () => {}, watch }: Listeners) {
    this.#engine = engine
    this.#announce = announce
    this.#availability = new Availability({
      log,
      where: engine.where,
      readable,
      tryToRead: () => this.#bounded('read', () => this.#readWith(isThere)),
    })
    const failed = (error: unknown) => {
      // Writes will find out themselves about a lock or a full disk.
      if (isMoved(error)) this.#failed('write', error)
    }
    this.#unwatch = watch ? engine.watch(announce, failed) : async () => {}
  }

  /** File or host. */
  get where(): string {
    return this.#engine.where
  }

  /** Why the database can't be used, in words for an operator; undefined while it works. */
  get trouble(): string | undefined {
    return this.#availability.first
  }

  /** Whether the file was deleted, replaced or overwritten, and its path has had no good file since. */
  get isMoved(): boolean {
    return this.#isMoved
  }

  /** Creates or migrates the tables. Other methods do this by themselves; the start-up message needs the result at once. */
  async open(): Promise<Outcome<undefined>> {
    return this.#bounded('write', async () => {
      await this.#prepare()
      return undefined
    })
  }

  /** For pages: answers within `readWait`, and at once while the database is known to be out of reach. */
  async read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<Outcome<T>> {
    if (this.#availability.isUnreadable) return UNAVAILABLE
    return this.#bounded('read', () => this.#readWith(work))
  }

  /** Does all of `work` or none of it. Once this resolves with `ok` and `keep`, the change survives a power cut. */
  async write<T>(work: (writing: Writing) => Promise<Verdict<T>>): Promise<Outcome<T>> {
    const changed = new Set<string>()
    const outcome = await this.#bounded('write', async () => {
      if (!this.#isReady) await this.#prepare()
      return this.#transact(work, changed)
    })
    if (outcome.ok && changed.size > 0) await this.#announce([...changed])
    return outcome
  }

  /** Stores a comment, see submitComment. Once this resolves with `ok` and `stored`, the comment survives a power cut. */
  async submit(submission: Submission): Promise<Outcome<SubmitOutcome>> {
    const outcome = await this.#bounded('write', async () => {
      if (!this.#isReady) await this.#prepare()
      return this.#engine.submit(submission)
    })
    if (!outcome.ok) return outcome
    if (outcome.value.hasChanged) await this.#announce([submission.post.article])
    return { ok: true, value: outcome.value.outcome }
  }

  async close(): Promise<void> {
    this.#availability.stop()
    await this.#unwatch()
    await this.#engine.close()
  }

  async #readWith<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (!this.#isReady) await this.#prepare()
    return work(this.#engine.reader)
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

  /** Callers at the same time share one preparation; after a failure the next caller tries again. */
  #prepare(): Promise<void> {
    this.#ready ??= this.#engine.migrate().then(
      () => {
        this.#isReady = true
        this.#isMoved = false
        // A migration takes the writers' lock.
        this.#availability.ended('write')
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
    try {
      const outcome = await withinTime(work(), wait)
      if (outcome !== undefined) {
        this.#availability.ended(use)
        return outcome
      }
      // Work that is still running finishes later; a retry finds its result, see dedupe.ts.
      this.#availability.began(use, `${this.#engine.where} gave no answer within ${wait} ms`)
    } catch (error) {
      this.#failed(use, error)
    }
    return UNAVAILABLE
  }

  /** Rethrows an error that is our own mistake. */
  #failed(use: Use, error: unknown): void {
    const trouble = troubleOf(error, this.#engine.where)
    if (trouble === undefined) throw error
    if (isMoved(error)) {
      this.#isMoved = true
      // The next file at this path may be older, and pages still show what the last one held.
      this.#isReady = false
      this.#ready = undefined
      this.#availability.began('read', trouble)
    }
    this.#availability.began(use, trouble)
  }
}

/** Why the database can't be used, in words for an operator; undefined for a mistake of ours. */
function troubleOf(error: unknown, where: string): string | undefined {
  if (error instanceof NewerSchemaError) return error.message
  return isUnavailable(error) ? explainTrouble(error, where) : undefined
}
