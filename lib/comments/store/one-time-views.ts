import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { View } from '../view'

/** Between an answer and its page lie milliseconds; what nobody fetched by then nobody will. */
const KEPT_MOST = 500

/** Hands a view over to the page that shows it, under a name that can't be guessed, once. */
export class OneTimeViews {
  readonly #views = new LRUCache<string, View>({ max: KEPT_MOST })

  put(view: View): string {
    const token = randomBytes(16).toString('base64url')
    this.#views.set(token, view)
    return token
  }

  take(token: string): View | undefined {
    const view = this.#views.get(token)
    this.#views.delete(token)
    return view
  }
}
