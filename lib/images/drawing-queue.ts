import { Queue } from '@/lib/threads/queue'

/** Twice what a telephone takes: drawn smaller within a second. */
const SMALL_PIXELS = 25_000_000

/** More than a page of pictures times its readers at that moment. */
export const MOST_WAITING = 200

/**
 * Two pieces of work at most: a few pictures near the bound, each of which takes seconds, hold up nobody but those who
 * asked for one of them.
 */
const small = new Queue()
const large = new Queue()

/**
 * Draws when it is this picture's turn, the smallest first; `pixels` is what has to be read or made for it. Undefined
 * when too many wait already. Everything that sharp draws goes through here, so that the other cores answer readers.
 */
export function drawInTurn<T>(pixels: number, draw: () => Promise<T>): Promise<T> | undefined {
  const queue = pixels > SMALL_PIXELS ? large : small
  return queue.add(draw, { weight: pixels, most: MOST_WAITING })
}
