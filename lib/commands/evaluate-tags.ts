import { findArticle } from '@/lib/archive/articles'
import { readCorpusSize, readFrequencies } from '@/lib/archive/terms-index'
import { plainText } from '@/lib/markdown/plain-text'
import { suggestTags } from '@/lib/article/suggest-tags'
import { hashTerm } from '@/lib/article/term-hash'
import type { EvaluateOptions } from './evaluate-options'

/** For each article the hashtags that are suggested for it, best first. */
export function* evaluateTags({ archive, slugs, now, limit }: EvaluateOptions) {
  const { articles } = readCorpusSize(archive)
  const rarity = (term: string) => {
    const hash = hashTerm(term)
    return Math.log(2 + articles / ((readFrequencies([hash], archive).get(hash) ?? 0) + 1))
  }
  for (const slug of slugs) {
    const found = findArticle(slug, now, archive)
    if (found?.state !== 'live') continue
    const { title, body, lang } = found.article
    yield { id: slug, keywords: suggestTags({ title, text: plainText(body), lang }, limit, rarity) }
  }
}
