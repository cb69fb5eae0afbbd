import type { Answers, Quote } from './quote'

/**
 * Answers as a model that chose from their candidates would have them: what it chose first, in the list to which it
 * belongs, then what was ranked there. When it chose none, nothing answers the question.
 */
export function applyChoice(
  answers: Answers,
  choice: readonly number[],
  article?: string,
): Answers {
  const chosen = choice.flatMap((index) => answers.candidates?.[index] ?? [])
  const { nearest } = answers
  if (chosen.length === 0) return { inArticle: [], inArchive: [], ...(nearest && { nearest }) }
  const isOwn = ({ slug }: Quote) => slug === article
  return {
    inArticle: before(chosen.filter(isOwn), answers.inArticle),
    inArchive: before(
      chosen.filter((quote) => !isOwn(quote)),
      answers.inArchive,
    ),
  }
}

const before = (chosen: readonly Quote[], ranked: readonly Quote[]): Quote[] => [
  ...chosen,
  ...ranked.filter(({ text }) => chosen.every((each) => each.text !== text)),
]
