import { findArticle } from '@/lib/archive/read/articles'
import { readCorpusSize, readFrequencies } from '@/lib/archive/read/terms-index'
import { readStoredTags } from '@/lib/archive/write/store-tags'
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
  const own = readStoredTags(archive.rows)
  for (const slug of slugs) {
    const found = findArticle(slug, now, archive)
    if (found?.state !== 'live') continue
    const { title, body, lang } = found.article
    const text = { title, text: plainText(body), lang }
    yield { id: slug, keywords: suggestTags(text, { limit, rarity, own }) }
  }
}
