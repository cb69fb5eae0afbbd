import type { Article } from '@/lib/article/article'
import { markedSentences } from './article-sentences'
import { chooseKeyPoints, type KeyPoint, keyPointCandidates } from './choose-key-points'
import { keptByText } from './kept-by-text'

const kept = keptByText<KeyPoint[]>()

type Text = Pick<Article, 'title' | 'description' | 'body' | 'lang' | 'kind' | 'section'>

/** The key points of an article with the ids of their sentences on its page; none for a short one. */
export function keyPointsOf(text: Text, limit?: number): KeyPoint[] {
  const { title, description, body, lang, kind, section } = text
  return kept(JSON.stringify([limit, lang, title, description, kind, section, body]), () =>
    chooseKeyPoints(asShown(text), limit),
  )
}

/** The sentences from which a model may choose them; none for an article that has no key points. */
export const pointCandidatesOf = (text: Text): KeyPoint[] =>
  keyPointsOf(text).length === 0 ? [] : keyPointCandidates(asShown(text))

const asShown = (text: Text) => ({
  ...text,
  ...markedSentences(text),
  standfirst: text.description,
})
