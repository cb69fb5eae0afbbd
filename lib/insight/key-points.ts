import type { Article } from '@/lib/article/article'
import { markedSentences } from './article-sentences'
import { chooseKeyPoints, type KeyPoint } from './choose-key-points'
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
