/** Some seconds of drawing; whoever comes after that gets the plain image and asks again another time. */
const MOST_WAITING = 40

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/**
 * What `draw` makes, when it is its turn: one is drawn at a time, on libuv's threads, so that a network that asks for a
 * hundred at once takes no more than one of them from readers. Throws when too many wait.
 */
export async function drawInTurn(draw: () => Promise<Buffer>): Promise<Buffer> {
  if (waiting >= MOST_WAITING) throw new Error(`${waiting} share images wait to be drawn`)
  waiting++
  const drawn = last.then(draw).finally(() => waiting--)
  last = drawn.catch(() => undefined)
  return drawn
}
