/**
 * Pages run in Next's bundle and the server runs beside it in the same process, but each has its own instance of every
 * module. What they share is in one object on `globalThis`.
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
  /** Undefined while the server isn't serving. */
  ask(order: Order): Answer | undefined
  /** Starts to answer. Returns a function that stops it. */
  serve(handler: (order: Order) => Answer): () => void
}

export function service<Order, Answer>(name: string): Service<Order, Answer> {
  // Only `serve` below stores a handler under this name.
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

/** The one object of this name that both sides share; the first to ask creates it. */
export function shared<Thing>(name: string, make: () => Thing): Thing {
  const all = registry.shared as Map<string, Thing>
  const found = all.get(name) ?? make()
  all.set(name, found)
  return found
}

/** Something that one side announces and the other may listen to. */
export type Signal<Message> = {
  tell(message: Message): void
  /** Returns a function that stops it. */
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
