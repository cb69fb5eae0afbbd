import type { SearchOutcome } from '@/lib/search/outcome'
import { Desk } from '@/lib/threads/desk'

export type SearchOrder = { text: string; page: number; now: Date; newestFirst?: boolean }

export type SearchAnswer =
  | { state: 'found'; outcome: SearchOutcome }
  /** There is no such page of the results. */
  | { state: 'missing' }
  /** Too many search at once, or searching failed (the log says why). */
  | { state: 'busy' }

const desk = new Desk<SearchOrder, SearchAnswer>('search', { state: 'busy' })

/** Asks for one page of a search's results. */
export const askSearch = (order: SearchOrder): Promise<SearchAnswer> => desk.ask(order)

/** Takes up every search that is asked for. Returns the way to stop. */
export const serveSearch = (search: (order: SearchOrder) => Promise<SearchAnswer>): (() => void) =>
  desk.serve(search)
