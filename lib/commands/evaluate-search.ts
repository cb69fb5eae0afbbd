import { findRanking, searchContext } from '@/lib/search/find-ranking'
import { parseQuery } from '@/lib/search/parse-query'
import type { EvaluateOptions } from './evaluate-options'
import { readQueries } from './read-queries'

/** As many results as scorers look at. */
const RANKED = 100

/** For each query the articles in the order of the search page, best first. */
export function* evaluateSearch({ archive, now, queries, limit = RANKED }: EvaluateOptions) {
  const context = searchContext(now, archive)
  for (const { qid, query } of readQueries(queries)) {
    const { matches } = findRanking(parseQuery(query), context)
    yield { qid, ranked: matches.slice(0, limit).map(({ slug }) => slug) }
  }
}
