import type { Article } from '@/lib/article/article'
import type { MarkedSentences } from '@/lib/markdown/mark-sentences'
import { type RenderedBody, renderBody } from '@/lib/markdown/render-body'
import { keptByText } from './kept-by-text'

export type Sentence = { id: string; text: string }

type Text = Pick<Article, 'body' | 'lang'>

const kept = keptByText<MarkedSentences>()
const keyOf = ({ body, lang }: Text) => `${lang}\n${body}`

/** Pictures have no sentences: what they are called and how large they are makes no difference here. */
const WITHOUT_PICTURES = { imageSize: () => undefined, mediaUrl: (src: string) => src }

/** The sentences of an article as its page shows them, with the ids they have there. */
export const articleSentences = (text: Text): Sentence[] => markedSentences(text).sentences

/** The same, and where each of them stands. */
export function markedSentences(text: Text): MarkedSentences {
  const { body, lang } = text
  return kept(keyOf(text), () => marksOf(renderBody(body, { ...WITHOUT_PICTURES, lang })))
}

/** Keeps the sentences of a body that was rendered for its page, or it would be rendered twice. */
export function keepSentences(text: Text, body: RenderedBody): void {
  kept(keyOf(text), () => marksOf(body))
}

const marksOf = ({ sentences, places }: RenderedBody): MarkedSentences => ({ sentences, places })
