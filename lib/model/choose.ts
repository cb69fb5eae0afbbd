import { service } from '@/lib/running/registry'
import { announceChange, reportCacheTags } from '@/lib/running/report'
import { withinTime } from '@/lib/threads/within-time'
import type { Choice, Choosing } from './choosing'
import type { ModelOrder, ModelReply } from './messages'

/** How pages reach the thread that asks the model; it doesn't answer if no model is set up. */
export const modelService = service<ModelOrder, Promise<ModelReply | undefined>>('model')

/** The model, and the host that receives readers' questions; undefined if no model is set up. */
export const modelHost = service<'host' | 'label', string>('model-host')

/** A reader waits this long for a choice, and then gets the answer without it; in milliseconds. */
const PATIENCE_MS = 1_500
/**
 * A page waits this long for a choice made earlier, in milliseconds. If the choice arrives later, as it does while the
 * thread starts, the page is rendered again.
 */
const LOOK_UP_MS = 100

/** The sentences that answer a question. Undefined when no model is set up, or it doesn't answer in time. */
export async function chooseAnswers(
  question: string,
  sentences: readonly string[],
): Promise<Choice | undefined> {
  if (sentences.length === 0) return undefined
  const choosing = { task: 'answer' as const, about: question, sentences: [...sentences] }
  const asked = modelService.ask({ type: 'choose', choosing })
  const reply = asked && (await withinTime(asked, PATIENCE_MS))
  return reply?.value?.choice
}

/**
 * The choice for an article, if it was made earlier. Otherwise it is made in the background, and a page that asked here is
 * rendered again once it is ready.
 */
export async function findChoice(choosing: Choosing, slug: string): Promise<Choice | undefined> {
  if (choosing.sentences.length === 0 || modelHost.ask('host') === undefined) return undefined
  const tag = `chosen:${slug}`
  reportCacheTags(tag)
  const asked = modelService.ask({ type: 'find', choosing, tag })
  const reply = asked && (await withinTime(asked, LOOK_UP_MS))
  if (reply === undefined) void asked?.then((late) => late?.choice && announceChange([tag]))
  return reply?.value?.choice
}
