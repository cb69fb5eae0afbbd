import type { Archive } from '@/lib/archive/open'
import type { Chooser } from '@/lib/model/find-choice'

export type EvaluateOptions = {
  archive: Archive
  /** The slugs of all articles that readers would see. */
  slugs: string[]
  now: Date
  /** How many results at most for each article or query; undefined is what a page shows. */
  limit: number | undefined
  /** A file of JSON lines with `qid` and `query`. */
  queries: string | undefined
  /** Ask the article that the query line names instead of the archive. */
  inArticle: boolean
  /** Chooses among what is found. */
  model: Chooser | undefined
}
