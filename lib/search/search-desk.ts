import { channel } from 'node:diagnostics_channel'
import type { SearchOutcome } from './outcome'

/**
 * Where pages hand in a search and the server takes it up: searching takes milliseconds that no other page should wait
 * for, so it happens in a thread of the server's. Pages (Next's bundle) and the server share no module state; a
 * `node:diagnostics_channel` is one per process.
 */
export type SearchOrder = { text: string; page: number; now: Date }

export type SearchAnswer =
  | { state: 'found'; outcome: SearchOutcome }
  /** There is no such page of the results. */
  | { state: 'missing' }
  /** Too many search at once, or searching failed (the log says why). */
  | { state: 'busy' }

type Message = { order: SearchOrder; answer: (answer: SearchAnswer) => void }

const desk = channel('broadsheet:search')

/** Asks for one page of a search's results. */
export function askSearch(order: SearchOrder): Promise<SearchAnswer> {
  return new Promise((answer) => {
    if (desk.hasSubscribers) desk.publish({ order, answer } satisfies Message)
    else answer({ state: 'busy' })
  })
}

/** Takes up every search that is asked for. Returns the way to stop. */
export function serveSearch(search: (order: SearchOrder) => Promise<SearchAnswer>): () => void {
  const handle = (message: unknown) => {
    const { order, answer } = message as Message
    search(order).then(answer, () => answer({ state: 'busy' }))
  }
  desk.subscribe(handle)
  return () => desk.unsubscribe(handle)
}
