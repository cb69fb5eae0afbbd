import { service } from '@/lib/running/registry'

/** Where pages hand in work that the server does in a thread of its own, so that no other page waits for it. */
export class Desk<Order, Answer> {
  readonly #service

  /** `unattended` is the answer while nobody serves, and when serving fails. */
  constructor(
    name: string,
    private readonly unattended: Answer,
  ) {
    this.#service = service<Order, Promise<Answer>>(name)
  }

  async ask(order: Order): Promise<Answer> {
    try {
      return (await this.#service.ask(order)) ?? this.unattended
    } catch {
      return this.unattended
    }
  }

  /** Takes up every order. Returns the way to stop. */
  serve(work: (order: Order) => Promise<Answer>): () => void {
    return this.#service.serve(work)
  }
}
