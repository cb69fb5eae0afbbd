import { findArticle } from '@/lib/archive/read/articles'
import { applyChoice } from '@/lib/insight/apply-choice'
import { askArchive, askArticle, findAnswers } from '@/lib/insight/find-answers'
import type { Quote } from '@/lib/insight/quote'
import { Refusal } from '@/lib/site/refusal'
import type { EvaluateOptions } from './evaluate-options'
import { readQueries } from './read-queries'

/** For each question the quotes that answer it, from the whole archive or from the article named in its line. */
export async function* evaluateAsk(options: EvaluateOptions) {
  const { archive, now, queries, inArticle, model } = options
  for (const { qid, query, doc } of readQueries(queries)) {
    const found = inArticle && doc !== undefined ? findArticle(doc, now, archive) : undefined
    if (inArticle && found?.state !== 'live')
      throw new Refusal(`${qid}: there is no article ${doc}`)
    const article = found?.state === 'live' ? found.article : undefined
    const quotes = model
      ? await askWithModel(query, article?.slug, options)
      : article
        ? askArticle(query, article, archive)
        : askArchive(query, now, undefined, archive)
    yield {
      qid,
      quotes: quotes.map(({ slug, text }) => ({ doc: slug, text })),
      abstain: quotes.length === 0,
    }
  }
}

/** With the model's choice, however long it takes, because the choice is what is scored. */
async function askWithModel(
  question: string,
  article: string | undefined,
  { archive, now, model }: EvaluateOptions,
): Promise<Quote[]> {
  const asked = { question, now, withCandidates: true, ...(article && { article }) }
  const answers = findAnswers(asked, archive)
  const only = article === undefined ? answers : { ...answers, inArchive: [] }
  const { candidates = [] } = answers
  const own = article === undefined ? candidates : candidates.filter(({ slug }) => slug === article)
  const sentences = own.map(({ text }) => text)
  const choice =
    sentences.length === 0
      ? undefined
      : await model?.forReader({ task: 'answer', about: question, sentences })
  const chosen = choice ? applyChoice({ ...only, candidates: own }, choice, article) : only
  return [...chosen.inArticle, ...chosen.inArchive]
}
