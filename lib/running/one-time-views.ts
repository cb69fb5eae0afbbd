import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Service } from './registry'

/** A page is rendered within milliseconds; a view not fetched by then never will be. */
const MAX_KEPT = 500

/** Views that are the same for everyone: a few texts for each feature. */
const MAX_FOR_ALL = 100

/** Passes a view to the page that shows it, under a name that can't be guessed: once, unless it is the same for everyone. */
export class OneTimeViews<View extends object> {
  readonly #views = new LRUCache<string, View>({ max: MAX_KEPT })
  readonly #forAll = new LRUCache<string, View>({ max: MAX_FOR_ALL })
  readonly #key = randomBytes(16)
  /** Stops serving pages. */
  readonly stop: () => void

  constructor(service: Service<string, View | undefined>) {
    this.stop = service.serve((token) => {
      const view = this.#views.get(token)
      this.#views.delete(token)
      return view ?? this.#forAll.get(token)
    })
  }

  /** The same name each time, so that its page may be cached. */
  putForAll(view: View): string {
    const token = createHash('sha256')
      .update(this.#key)
      .update(JSON.stringify(view))
      .digest('base64url')
    this.#forAll.set(token, view)
    return token
  }

  /** The name by which the page finds it. */
  put(view: View): string {
    const token = randomBytes(16).toString('base64url')
    this.#views.set(token, view)
    return token
  }
}
