import { type ReadReport, repeatReports } from '@/lib/running/report'
import { Desk } from '@/lib/threads/desk'
import type { Surroundings } from './surroundings'

export type SurroundingsOrder = { slug: string; now: Date }

/** Undefined when nobody has time for it: whoever asks finds them himself. */
export type RankedSurroundings =
  | { surroundings: Surroundings; reports: readonly ReadReport[] }
  | undefined

const desk = new Desk<SurroundingsOrder, RankedSurroundings>('broadsheet:surroundings', undefined)

/** Asks for the surroundings of a published article, and says for the page what was read for them. */
export async function askSurroundings(order: SurroundingsOrder): Promise<Surroundings | undefined> {
  const ranked = await desk.ask(order)
  repeatReports(ranked?.reports ?? [])
  return ranked?.surroundings
}

/** Has the work begun that a page will ask for in a moment. */
export function expectSurroundings(order: SurroundingsOrder): void {
  void desk.ask(order)
}

/** Takes up every article that is asked for. Returns the way to stop. */
export const serveSurroundings = (
  rank: (order: SurroundingsOrder) => Promise<RankedSurroundings>,
): (() => void) => desk.serve(rank)
