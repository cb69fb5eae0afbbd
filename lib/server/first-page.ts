type Options = {
  /** Renders the front page, unless it is kept. */
  render: () => Promise<unknown>
  log: { error(details: object, message: string): void }
}

/** After a failure the next try comes this soon, and each further one twice as late, in milliseconds. */
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/**
 * Whether the site can be read, which is known once its front page was rendered and isn't taken back: later failures
 * are a page's own. After a failure it is tried again by and by, and when something changed, however often probes ask.
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
