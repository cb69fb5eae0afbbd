/** `start` does the work and returns what tells its caller: not before the next piece has begun. */
type Waiting = { weight: number; start: () => Promise<() => void> }

type Added = {
  /** The lightest goes first; of the same weight, the one that came first. */
  weight?: number
  /** Nothing is added when so many wait already. */
  most: number
}

/** Runs pieces of work one after the other, or in a few slots at once. */
export class Queue {
  readonly #waiting: Waiting[] = []
  /** The heaviest piece that each free slot takes. */
  readonly #free: number[]

  /** @param slots one for each piece that may run at once: the heaviest piece that it takes */
  constructor(slots: readonly number[] = [Number.POSITIVE_INFINITY]) {
    this.#free = slots.toSorted((a, b) => a - b)
  }

  /** The number of pieces that wait for a slot. */
  get length(): number {
    return this.#waiting.length
  }

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
      this.#startSome()
    })
  }

  /** The lightest waiting piece is the first: when a slot doesn't take it, it takes none. */
  #startSome(): void {
    for (;;) {
      const [next] = this.#waiting
      const slot = this.#free.findIndex((heaviest) => next !== undefined && heaviest >= next.weight)
      if (next === undefined || slot < 0) return
      this.#waiting.shift()
      const [taken = 0] = this.#free.splice(slot, 1)
      void this.#run(next, taken)
    }
  }

  async #run({ start }: Waiting, slot: number): Promise<void> {
    const settle = await start()
    this.#free.push(slot)
    this.#free.sort((a, b) => a - b)
    this.#startSome()
    settle()
  }
}
