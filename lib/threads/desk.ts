import { channel } from 'node:diagnostics_channel'

/**
 * Where pages hand in work that the server does in a thread of its own, so that no other page waits for it. Pages
 * (Next's bundle) and the server share no module state; a `node:diagnostics_channel` is one per process.
 */
export class Desk<Order, Answer> {
  readonly #channel

  /** `unattended` is the answer while nobody serves, and when serving fails. */
  constructor(
    name: string,
    private readonly unattended: Answer,
  ) {
    this.#channel = channel(name)
  }

  ask(order: Order): Promise<Answer> {
    return new Promise((answer) => {
      if (this.#channel.hasSubscribers) this.#channel.publish({ order, answer })
      else answer(this.unattended)
    })
  }

  /** Takes up every order. Returns the way to stop. */
  serve(work: (order: Order) => Promise<Answer>): () => void {
    const handle = (message: unknown) => {
      const { order, answer } = message as { order: Order; answer: (answer: Answer) => void }
      work(order).then(answer, () => answer(this.unattended))
    }
    this.#channel.subscribe(handle)
    return () => this.#channel.unsubscribe(handle)
  }
}
