type Options = {
  /** Renders the front page, unless the cache has it. */
  render: () => Promise<unknown>
  log: { error(details: object, message: string): void }
}

/** In milliseconds: the pause after the first failure; each further one doubles it. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/**
 * Whether the site can be read. This is certain once the front page has been rendered, and stays so: later failures concern
 * single pages. After a failure it tries again at growing intervals, and when something changes, however often probes ask.
 */
export class FirstPage {
  #isRendered = false
  #pause = FIRST_PAUSE
  #timer: NodeJS.Timeout | undefined
  #trying: Promise<void> | undefined

  constructor(private readonly options: Options) {}

  get isRendered(): boolean {
    return this.#isRendered
  }

  try(): Promise<void> {
    if (this.#isRendered) return Promise.resolve()
    clearTimeout(this.#timer)
    this.#trying ??= this.#try().finally(() => {
      this.#trying = undefined
    })
    return this.#trying
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  async #try(): Promise<void> {
    try {
      await this.options.render()
      this.#isRendered = true
    } catch (err) {
      this.options.log.error({ err }, 'The front page cannot be rendered')
      this.#timer = setTimeout(() => void this.try(), this.#pause).unref()
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2)
    }
  }
}
