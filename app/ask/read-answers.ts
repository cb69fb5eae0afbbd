import { applyChoice } from '@/lib/insight/apply-choice'
import type { Answers } from '@/lib/insight/quote'
import { chooseAnswers, modelHost } from '@/lib/model/choose'
import type { Ranked } from '@/lib/ranking/ranking-task'
import { answersTask } from '@/lib/ranking/tasks'

type Asked = { question: string; article: { slug: string } | undefined; now: Date }

export type ReadAnswers = Answers & {
  /** What chose them, if it was a model. */
  model?: string | undefined
}

/** What answers a question, as the model chooses it where one is set up and says so in time. */
export async function readAnswers({ question, article, now }: Asked): Promise<Ranked<ReadAnswers>> {
  const ranked = await answersTask.ask({
    ...{ question, now, withCandidates: modelHost.ask('host') !== undefined },
    ...(article && { article: article.slug }),
  })
  const { candidates = [] } = ranked.state === 'found' ? ranked.found : {}
  if (ranked.state !== 'found' || candidates.length === 0) return ranked
  const choice = await chooseAnswers(
    question,
    candidates.map(({ text }) => text),
  )
  if (choice === undefined) return ranked
  const chosen = applyChoice(ranked.found, choice, article?.slug)
  return { state: 'found', found: { ...chosen, model: modelHost.ask('label') } }
}
