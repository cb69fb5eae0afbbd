import { findArticle } from '@/lib/archive/read/articles'
import { readCorpusSize, readFrequencies } from '@/lib/archive/read/terms-index'
import { idf } from '@/lib/language/idf'
import { suggestTags } from '@/lib/language/suggest-tags'
import { hashTerm } from '@/lib/language/term-hash'
import { plainText } from '@/lib/markdown/plain-text'
import type { EvaluateOptions } from './evaluate-options'

/** For each article the suggested hashtags, best first. */
export function* evaluateTags({ archive, slugs, now, limit }: EvaluateOptions) {
  const { articles } = readCorpusSize(archive)
  const rarity = (term: string) => {
    const hash = hashTerm(term)
    return idf(articles, readFrequencies([hash], archive).get(hash) ?? 0)
  }
  for (const slug of slugs) {
    const found = findArticle(slug, now, archive)
    if (found?.state !== 'live') continue
    const { title, body, lang } = found.article
    yield { id: slug, keywords: suggestTags({ title, text: plainText(body), lang }, limit, rarity) }
  }
}
