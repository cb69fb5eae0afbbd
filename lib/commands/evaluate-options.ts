import type { Archive } from '@/lib/archive/open'
import type { Chooser } from '@/lib/model/find-choice'

export type EvaluateOptions = {
  archive: Archive
  /** The slugs of all articles for readers. */
  slugs: string[]
  now: Date
  /** The most results for each article or query; undefined means as many as a page shows. */
  limit: number | undefined
  /** A JSON Lines file with `qid` and `query`. */
  queries: string | undefined
  /** Ask the article named in the query's line, not the archive. */
  inArticle: boolean
  /** Chooses among the results. */
  model: Chooser | undefined
}
