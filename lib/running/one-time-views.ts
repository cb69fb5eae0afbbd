import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Service } from './registry'

/** An answer's page is rendered within milliseconds; a view that was not fetched by then never will be. */
const MAX_KEPT = 500

/** Hands a view to the page that shows it, once, under a name that can't be guessed. */
export class OneTimeViews<View extends object> {
  readonly #views = new LRUCache<string, View>({ max: MAX_KEPT })
  /** Ends the service to pages. */
  readonly stop: () => void

  constructor(service: Service<string, View | undefined>) {
    this.stop = service.serve((token) => {
      const view = this.#views.get(token)
      this.#views.delete(token)
      return view
    })
  }

  /** The name under which the page finds it. */
  put(view: View): string {
    const token = randomBytes(16).toString('base64url')
    this.#views.set(token, view)
    return token
  }
}
