import type { Archive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findNeighbours } from '@/lib/archive/read/neighbours'
import { readCorpusSize, readFrequencies } from '@/lib/archive/read/terms-index'
import type { Article } from '@/lib/article/article'
import { chooseEarlier } from './choose-earlier'
import { chooseSentence } from './choose-key-points'
import { placeSentence, quickSentences } from './quick-sentences'
import type { Quote } from './quote'

/** Articles whose vectors are compared: one story has few that are this near. */
const CANDIDATES = 40

/** News says first what it is about; a sentence cut off here is none of the article's, so it isn't quoted. */
const OPENING_LENGTH = 1_500

/** Earlier articles of this article's story, oldest first, each with the sentence that tells most of it; often none. */
export function findStorySoFar(article: Article, now: Date, archive: Archive): Quote[] {
  const { slug, published } = article
  const { vector, others } = findNeighbours(article, now, archive)
  const here = { slug, published: published.at, vector }
  const before = others.slice(0, CANDIDATES).filter((other) => other.published < here.published)
  const { articles } = readCorpusSize(archive)
  const terms = [here, ...before].flatMap((each) => [...each.vector.terms])
  const known = readFrequencies(terms, archive)
  const frequency = (term: number) => known.get(term) ?? 0
  const said = new Set<string>()
  return chooseEarlier(here, before, { articles, frequency }).flatMap((earlier) => {
    const quote = quoteFrom(earlier, now, archive)
    if (quote === undefined || said.has(quote.sentenceId)) return []
    said.add(quote.sentenceId)
    return [quote]
  })
}

function quoteFrom(slug: string, now: Date, archive: Archive): Quote | undefined {
  const found = findArticle(slug, now, archive)
  if (found?.state !== 'live') return undefined
  const { title, lang, body } = found.article
  const opening = { ...found.article, body: body.slice(0, OPENING_LENGTH) }
  const sentences = quickSentences(opening, () => true).map((text) => ({ id: '', text }))
  const chosen = chooseSentence({ title, lang, sentences })
  const placed = chosen && placeSentence(found.article, chosen.text)
  return placed && { slug, sentenceId: placed.id, text: placed.text }
}
