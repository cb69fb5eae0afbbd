import { type Archive, theArchive } from '@/lib/archive/open'
import type { Article } from '@/lib/article/article'
import { articleSentences } from './article-sentences'
import { keptByText } from './kept-by-text'
import { readRarity } from './read-rarity'
import { FOR_MODEL, SHOWN, suggestQuestions } from './suggest-questions'

const kept = keptByText<string[]>()

/** Questions that this article can answer, to be put beside its form; as many as a model may choose from, or as are shown. */
export function findQuestions(
  article: Article,
  forModel = false,
  archive: Archive = theArchive(),
): string[] {
  const { slug, title, body, lang } = article
  return kept(JSON.stringify([forModel, lang, title, body]), () => {
    const passage = { slug, title, lang, sentences: articleSentences(article) }
    const most = forModel ? FOR_MODEL : SHOWN
    return suggestQuestions(passage, readRarity(archive).rarity, most)
  })
}
