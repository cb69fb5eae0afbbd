import { Queue } from '@/lib/threads/queue'

/** Twice the pixels of a phone's picture, which is reduced within a second. */
const SMALL_PIXELS = 25_000_000

/** More than a page's pictures for each of its readers at the time. */
export const MOST_WAITING = 200

/**
 * At most two drawings run at once: large pictures, which take seconds each, delay only readers who asked for one of them.
 */
const small = new Queue()
const large = new Queue()

/**
 * Draws when this picture's turn comes, the smallest first; `pixels` is how many must be read or drawn. Undefined when too
 * many are waiting already. Everything that sharp draws goes through here, so that the other cores can answer readers.
 */
export function drawInTurn<T>(pixels: number, draw: () => Promise<T>): Promise<T> | undefined {
  const queue = pixels > SMALL_PIXELS ? large : small
  return queue.add(draw, { weight: pixels, most: MOST_WAITING })
}
