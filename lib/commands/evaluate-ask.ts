import { findArticle } from '@/lib/archive/read/articles'
import { askArchive, askArticle } from '@/lib/insight/find-answers'
import { Refusal } from '@/lib/site/refusal'
import type { EvaluateOptions } from './evaluate-options'
import { readQueries } from './read-queries'

/** For each question the quotes that answer it, from the whole archive or from the article named in its line. */
export function* evaluateAsk({ archive, now, queries, inArticle }: EvaluateOptions) {
  for (const { qid, query, doc } of readQueries(queries)) {
    const found = inArticle && doc !== undefined ? findArticle(doc, now, archive) : undefined
    if (inArticle && found?.state !== 'live')
      throw new Refusal(`${qid}: there is no article ${doc}`)
    const quotes =
      found?.state === 'live'
        ? askArticle(query, found.article, archive)
        : askArchive(query, now, undefined, archive)
    yield {
      qid,
      quotes: quotes.map(({ slug, text }) => ({ doc: slug, text })),
      abstain: quotes.length === 0,
    }
  }
}
