import { service } from '@/lib/running/registry'
import { reportCacheTags } from '@/lib/running/report'
import { withinTime } from '@/lib/threads/within-time'
import type { Choice, Choosing } from './choosing'
import type { ModelOrder, ModelReply } from './messages'

/** How pages reach the thread that asks the model; it doesn't answer if no model is set up. */
export const modelService = service<ModelOrder, Promise<ModelReply | undefined>>('model')

/** The model, and the host that receives readers' questions; undefined if no model is set up. */
export const modelHost = service<'host' | 'label', string>('model-host')

/** A reader waits this long for a choice, and then gets the answer without it; in milliseconds. */
const PATIENCE_MS = 1_500
/** A page waits this long for a choice made earlier; in milliseconds. */
const LOOK_UP_MS = 100

/** The sentences that answer a question. Undefined when no model is set up, or it doesn't answer in time. */
export async function chooseAnswers(
  question: string,
  sentences: readonly string[],
): Promise<Choice | undefined> {
  if (sentences.length === 0) return undefined
  const choosing = { task: 'answer' as const, about: question, sentences: [...sentences] }
  return choiceWithin({ type: 'choose', choosing }, PATIENCE_MS)
}

/**
 * The choice for an article, if it was made earlier. Otherwise it is made in the background, and a page that asked here is
 * rendered again once it is ready.
 */
export async function findChoice(choosing: Choosing, slug: string): Promise<Choice | undefined> {
  if (choosing.sentences.length === 0 || modelHost.ask('host') === undefined) return undefined
  const tag = `chosen:${slug}`
  reportCacheTags(tag)
  return choiceWithin({ type: 'find', choosing, tag }, LOOK_UP_MS)
}

async function choiceWithin(order: ModelOrder, limit: number): Promise<Choice | undefined> {
  const asked = modelService.ask(order)
  const reply = asked && (await withinTime(asked, limit))
  return reply?.value?.choice
}
