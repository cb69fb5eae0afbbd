/**
 * Pages run in Next's bundle and the server beside it in one process, yet each has instances of its own of every module.
 * What they share is held by one object on `globalThis`.
 */
const KEY = Symbol.for('broadsheet')

type Registry = {
  services: Map<string, unknown>
  listeners: Map<string, Set<unknown>>
  shared: Map<string, unknown>
}

const holder = globalThis as typeof globalThis & { [KEY]?: Registry }
holder[KEY] ??= { services: new Map(), listeners: new Map(), shared: new Map() }
const registry = holder[KEY]

/** Something that the server does for pages. */
export type Service<Order, Answer> = {
  /** Undefined while the server doesn't answer. */
  ask(order: Order): Answer | undefined
  /** Answers from now on. Returns the way to stop. */
  serve(handler: (order: Order) => Answer): () => void
}

export function service<Order, Answer>(name: string): Service<Order, Answer> {
  // Only `serve` below puts a handler under this name.
  const served = registry.services as Map<string, (order: Order) => Answer>
  return {
    ask: (order) => served.get(name)?.(order),
    serve(handler) {
      served.set(name, handler)
      return () => {
        if (served.get(name) === handler) served.delete(name)
      }
    },
  }
}

/** The one thing of this name that both sides have: made by whichever asks first. */
export function shared<Thing>(name: string, make: () => Thing): Thing {
  const all = registry.shared as Map<string, Thing>
  const found = all.get(name) ?? make()
  all.set(name, found)
  return found
}

/** Something that one side tells and the other may listen to. */
export type Signal<Message> = {
  tell(message: Message): void
  /** Returns the way to stop. */
  listen(listener: (message: Message) => void): () => void
}

export function signal<Message>(name: string): Signal<Message> {
  const all = registry.listeners as Map<string, Set<(message: Message) => void>>
  const listeners = all.get(name) ?? new Set()
  all.set(name, listeners)
  return {
    tell(message) {
      for (const listener of listeners) listener(message)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
