/**
 * Shares one piece of work among callers: one run at a time, and callers during a run share the next one, which starts
 * after their call and so includes what they want included.
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
