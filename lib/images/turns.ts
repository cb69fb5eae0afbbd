/** More than a page of pictures times its readers at that moment: whoever comes later is asked to come again. */
const MOST_WAITING = 200

/** Runs pieces of work one at a time, each once however many wait for it. */
export class Turns<T> {
  readonly #waiting = new Map<string, Promise<T>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(private readonly most = MOST_WAITING) {}

  /** Undefined when too many others wait already. */
  take(name: string, work: () => Promise<T>): Promise<T> | undefined {
    const running = this.#waiting.get(name)
    if (running !== undefined) return running
    if (this.#waiting.size >= this.most) return undefined
    const turn = this.#last.then(work).finally(() => this.#waiting.delete(name))
    this.#waiting.set(name, turn)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
