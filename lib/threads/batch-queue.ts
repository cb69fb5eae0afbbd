type Waiting<Item, Result> = {
  item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/**
 * Works on items in batches, one after another: items that arrive during one batch go together into the next. `work` calls
 * `take` when its turn comes, and settles each item that it took. When it throws, the unsettled items fail: those that it
 * took, or all that are waiting if it took none.
 */
export class BatchQueue<Item, Result> {
  #waiting: Waiting<Item, Result>[] = []
  #isRunning = false

  constructor(
    private readonly work: (take: () => Waiting<Item, Result>[]) => Promise<void>,
    /** The most items in a batch. */
    private readonly most: number,
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (!this.#isRunning) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#waiting.length > 0) {
      let taken: Waiting<Item, Result>[] | undefined
      const take = () => {
        taken = this.#waiting.splice(0, this.most)
        return taken
      }
      try {
        await this.work(take)
      } catch (error) {
        for (const { reject } of taken ?? this.#waiting.splice(0)) reject(error)
      }
    }
    this.#isRunning = false
  }
}
