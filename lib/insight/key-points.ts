import type { Article } from '@/lib/article/article'
import { markedSentences } from './article-sentences'
import { chooseKeyPoints, type KeyPoint, keyPointCandidates } from './choose-key-points'
import { keptByText } from './kept-by-text'

const kept = keptByText<KeyPoint[]>()

type Text = Pick<Article, 'title' | 'description' | 'body' | 'lang'>

/** The key points of an article with the ids of their sentences on its page; none for a short one. */
export function keyPointsOf({ title, description, body, lang }: Text, limit?: number): KeyPoint[] {
  return kept(JSON.stringify([limit, lang, title, description, body]), () => {
    const marked = markedSentences({ body, lang })
    return chooseKeyPoints({ title, standfirst: description, lang, ...marked }, limit)
  })
}

/** The sentences from which a model may choose them; none for an article that has no key points. */
export function pointCandidatesOf(text: Text): KeyPoint[] {
  if (keyPointsOf(text).length === 0) return []
  const { title, description, body, lang } = text
  const marked = markedSentences({ body, lang })
  return keyPointCandidates({ title, standfirst: description, lang, ...marked })
}
