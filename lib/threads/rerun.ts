/**
 * Runs a piece of work for many who ask at once: one run at a time, and those who ask during one share the next, which
 * begins after they asked and so sees what they want to have seen.
 */
export class Rerun<T> {
  #running: Promise<unknown> | undefined
  #next: Promise<T> | undefined

  constructor(private readonly work: () => Promise<T>) {}

  run(): Promise<T> {
    if (this.#next !== undefined) return this.#next
    if (this.#running === undefined) return this.#start()
    const next = this.#running.then(() => {
      this.#next = undefined
      return this.#start()
    })
    this.#next = next
    return next
  }

  #start(): Promise<T> {
    const run = this.work()
    const ended: Promise<unknown> = run
      .catch(() => undefined)
      .then(() => {
        if (this.#running === ended) this.#running = undefined
      })
    this.#running = ended
    return run
  }
}
