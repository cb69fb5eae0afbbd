import type { Article } from '@/lib/article/article'
import { renderBody } from '@/lib/article/render-body'
import { keptByText } from './kept-by-text'

export type Sentence = { id: string; text: string }

const kept = keptByText<Sentence[]>()

/** Pictures have no sentences: what they are called and how large they are makes no difference here. */
const WITHOUT_PICTURES = { imageSize: () => undefined, mediaUrl: (src: string) => src }

/** The sentences of an article as its page shows them, with the ids they have there. */
export function articleSentences({ body, lang }: Pick<Article, 'body' | 'lang'>): Sentence[] {
  const context = lang === undefined ? WITHOUT_PICTURES : { ...WITHOUT_PICTURES, lang }
  return kept(`${lang ?? ''}\n${body}`, () => renderBody(body, context).sentences)
}
