import * as z from 'zod'

/** A sentence of an article, letter for letter, and its id on the article's page. */
export const quote = z.object({ slug: z.string(), sentenceId: z.string(), text: z.string() })
export type Quote = z.output<typeof quote>

/** What answers a question, best first. */
export const answers = z.object({
  /** What a model may choose from, where one is to be asked: the best sentences, whether they answer it or not. */
  candidates: z.exactOptional(z.array(quote)),
  /** From the article that was asked first, if one was. */
  inArticle: z.array(quote),
  inArchive: z.array(quote),
  /** When there are neither: a sentence about a name in the question, as the question writes it. It answers nothing. */
  nearest: z.exactOptional(z.object({ of: z.string(), quote })),
})
export type Answers = z.output<typeof answers>
