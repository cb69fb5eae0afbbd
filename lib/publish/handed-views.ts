import { randomBytes } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { LRUCache } from 'lru-cache'
import type { EditorView } from './view'

/** Between an answer and its page lie milliseconds; what nobody fetched by then nobody will. */
const KEPT_MOST = 100

/**
 * Pages (Next's bundle) and the server (tsx) are two programs in one process that share no module: a page asks for its
 * view over a channel, under a name that can't be guessed, once.
 */
const asked = channel('broadsheet:editor-view')

type Asked = { token: string; view: EditorView | undefined }

// Only `takeView` below publishes there; the check keeps a stranger on the channel from being taken for it.
const isAsked = (message: unknown): message is Asked =>
  typeof message === 'object' && message !== null && 'token' in message && 'view' in message

/** The server's end. */
export class HandedViews {
  readonly #views = new LRUCache<string, EditorView>({ max: KEPT_MOST })

  constructor() {
    asked.subscribe((message) => {
      if (!isAsked(message)) return
      message.view = this.#views.get(message.token)
      this.#views.delete(message.token)
    })
  }

  /** The name under which the page finds it. */
  put(view: EditorView): string {
    const token = randomBytes(16).toString('base64url')
    this.#views.set(token, view)
    return token
  }
}

/** The page's end. */
export function takeView(token: string): EditorView | undefined {
  const question: Asked = { token, view: undefined }
  asked.publish(question)
  return question.view
}
