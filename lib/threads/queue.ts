/** `start` does the work and returns a function that settles its caller, called once the next piece has begun. */
type Waiting = { weight: number; start: () => Promise<() => void> }

type Added = {
  /** The lightest goes first; of equal weights, the first to arrive. */
  weight?: number
  /** Nothing is added when this many are waiting already. */
  most: number
}

/** Runs pieces of work one after another. */
export class Queue {
  readonly #waiting: Waiting[] = []
  #isRunning = false

  /** Undefined when the queue is full. */
  add<T>(work: () => Promise<T>, { weight = 0, most }: Added): Promise<T> | undefined {
    if (this.#waiting.length >= most) return undefined
    return new Promise((resolve, reject) => {
      const start = async () => {
        try {
          const result = await work()
          return () => resolve(result)
        } catch (error) {
          return () => reject(error)
        }
      }
      const at = this.#waiting.findIndex((other) => other.weight > weight)
      this.#waiting.splice(at < 0 ? this.#waiting.length : at, 0, { weight, start })
      if (!this.#isRunning) void this.#run()
    })
  }

  async #run(): Promise<void> {
    const next = this.#waiting.shift()
    this.#isRunning = next !== undefined
    if (next === undefined) return
    const settle = await next.start()
    void this.#run()
    settle()
  }
}
