import type { CommentDatabase } from './comment-database'
import { countComments, countNextArticles } from './count-comments'

/** Articles counted in one query: between two of these a page's own query gets its turn. */
const AT_ONCE = 500

/** Articles to be counted together, and the callers who wait for it. */
type Round = {
  articles: Set<string>
  done: Promise<void>
  end: () => void
  fail: (error: unknown) => void
}

function newRound(): Round {
  let end = () => {}
  let fail: Round['fail'] = () => {}
  const done = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { articles: new Set(), done, end, fail }
}

/**
 * The number of published comments of each article, in memory: a list of stories never waits for the database, and shows
 * the last known numbers while it can't be read. Counts are always read from the database, never added up, so that those
 * who change comments (another server, a command, an import) only have to say in which article.
 */
export class CommentCounts {
  readonly #database: CommentDatabase
  readonly #announce: (articles: string[]) => void
  readonly #counts = new Map<string, number>()
  #isEveryCounted = false
  #next: Round | undefined
  #isAllDue = false
  #isRunning = false

  /** @param announce called with articles whose number has changed */
  constructor(database: CommentDatabase, announce: (articles: string[]) => void) {
    this.#database = database
    this.#announce = announce
  }

  /** Those of these articles that have comments, with their number. */
  of(articles: readonly string[]): Map<string, number> {
    return new Map(
      articles.flatMap((article) => {
        const count = this.#counts.get(article)
        return count === undefined ? [] : [[article, count] as const]
      }),
    )
  }

  /** The number for one article; undefined until all articles have been counted. */
  known(article: string): number | undefined {
    return this.#isEveryCounted ? (this.#counts.get(article) ?? 0) : undefined
  }

  /** Counts all articles: at the start, and when the database is back. */
  recountAll(): Promise<void> {
    this.#isAllDue = true
    return this.recount([])
  }

  /**
   * Resolves when these articles have been counted. If they can't be now, it resolves anyway and the next full count
   * includes them.
   */
  recount(articles: readonly string[]): Promise<void> {
    this.#next ??= newRound()
    const { done } = this.#next
    for (const article of articles) this.#next.articles.add(article)
    if (!this.#isRunning) void this.#run()
    return done
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    for (let round = this.#next; round !== undefined; round = this.#next) {
      this.#next = undefined
      await this.#count(round).then(round.end, round.fail)
    }
    this.#isRunning = false
  }

  async #count({ articles }: Round): Promise<void> {
    const isAllDue = this.#isAllDue
    this.#isAllDue = false
    let isCounted = false
    try {
      isCounted = isAllDue ? await this.#countAll() : await this.#countSome([...articles])
    } finally {
      // What was missed is counted with all other articles once the database can be read again.
      this.#isAllDue ||= !isCounted
    }
  }

  async #countSome(articles: readonly string[]): Promise<boolean> {
    for (let at = 0; at < articles.length; at += AT_ONCE) {
      const some = articles.slice(at, at + AT_ONCE)
      const counted = await this.#database.read((db) => countComments(db, some))
      if (!counted.ok) return false
      this.#take(some, counted.value)
    }
    return true
  }

  async #countAll(): Promise<boolean> {
    const gone = new Set(this.#counts.keys())
    for (let after = ''; ; ) {
      const from = after
      const counted = await this.#database.read((db) => countNextArticles(db, from, AT_ONCE))
      if (!counted.ok) return false
      const articles = [...counted.value.keys()]
      const last = articles.at(-1)
      if (last === undefined) break
      for (const article of articles) gone.delete(article)
      this.#take(articles, counted.value)
      after = last
    }
    this.#take([...gone], new Map())
    this.#isEveryCounted = true
    return true
  }

  #take(articles: readonly string[], counts: ReadonlyMap<string, number>): void {
    const changed = articles.filter((article) => this.#counts.get(article) !== counts.get(article))
    for (const article of articles) {
      const count = counts.get(article)
      if (count === undefined) this.#counts.delete(article)
      else this.#counts.set(article, count)
    }
    if (changed.length > 0) this.#announce(changed)
  }
}
