import type { ResourceLimits, Worker } from 'node:worker_threads'
import type { z } from 'zod'
import type { ThreadProgram } from './find-code'
import { type FromThread, fromThread, type ToThread } from './thread-messages'
import { startThread } from './worker-thread'

type Options<Reply, Event> = {
  program: ThreadProgram | URL
  /** What the program is started with. */
  data: unknown
  replies: z.ZodType<Reply>
  /** What the program sends unasked. */
  events?: { schema: z.ZodType<Event>; hear: (event: Event) => void }
  /** Milliseconds after which an unanswered order ends the thread; by default there is no limit. */
  stuckMs?: number
  limits?: ResourceLimits
  /** Set if the server may exit while this thread runs. */
  isMinor?: boolean
  /** Called when the thread fails, or was ended because it was stuck. */
  onFailed?: (error: Error) => void
  /** Called when the thread ended without being stopped. */
  onEnded?: () => void
}

type Waiting<Reply> = {
  resolve: (reply: Reply) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout | undefined
}

/** The first order waits for the thread to load its program, which takes long on a busy machine. */
const STARTING_MS = 60_000

/** The thread answered that this order failed; it keeps running. */
export class OrderError extends Error {
  constructor(
    message: string,
    readonly code: number | undefined,
  ) {
    super(message)
  }
}

/** The thread ended before it answered. */
export class ThreadEnded extends Error {}

/** The server's side of a thread: each order gets one reply. A thread that ended is restarted for the next order. */
export class WorkerClient<Order, Reply, Event = never> {
  readonly #options: Options<Reply, Event>
  readonly #waiting = new Map<number, Waiting<Reply>>()
  #worker: Worker | undefined
  #ready = false
  #lastId = 0
  #stopped = false

  constructor(options: Options<Reply, Event>) {
    this.#options = options
  }

  /** Whether the thread runs and has loaded its program. */
  get isReady(): boolean {
    return this.#ready
  }

  get isRunning(): boolean {
    return this.#worker !== undefined
  }

  /** Starts to load the program, for later orders. */
  start(): void {
    if (!this.#stopped) this.#worker ??= this.#start()
  }

  /** Rejects with an OrderError or, if the thread ends first, with ThreadEnded. */
  ask(order: Order): Promise<Reply> {
    this.start()
    const worker = this.#worker
    if (worker === undefined) return Promise.reject(new ThreadEnded('The thread was stopped'))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, timer: this.#expect() })
      worker.postMessage({ type: 'order', id, order } satisfies ToThread)
    })
  }

  /** Lets the thread finish its work. No other is started. */
  async stop(): Promise<void> {
    this.#stopped = true
    const worker = this.#worker
    if (worker === undefined) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.ref()
    worker.postMessage({ type: 'stop' } satisfies ToThread)
    await ended
  }

  /** Ends the thread at once. No other is started. */
  async end(): Promise<void> {
    this.#stopped = true
    await this.#worker?.terminate()
  }

  #start(): Worker {
    const { program, data, limits, isMinor, onFailed } = this.#options
    const worker = startThread(program, data, limits)
    if (isMinor) worker.unref()
    let failure: Error | undefined
    worker.on('message', (message: unknown) => this.#hear(message))
    worker.on('error', (error) => {
      failure = error
      onFailed?.(error)
    })
    worker.on('exit', () => this.#forget(worker, failure))
    return worker
  }

  #hear(message: unknown): void {
    this.#ready = true
    const told = fromThread.parse(message)
    const { events } = this.#options
    if (told.type === 'event') events?.hear(events.schema.parse(told.event))
    else if (told.type !== 'ready') this.#settle(told)
  }

  #settle(told: Extract<FromThread, { id: number }>): void {
    const waiting = this.#waiting.get(told.id)
    this.#waiting.delete(told.id)
    clearTimeout(waiting?.timer)
    if (told.type === 'failed') {
      waiting?.reject(new OrderError(told.message, told.code))
      return
    }
    const reply = this.#options.replies.safeParse(told.reply)
    if (reply.success) waiting?.resolve(reply.data)
    else waiting?.reject(reply.error)
  }

  #expect(): NodeJS.Timeout | undefined {
    const { stuckMs, onFailed } = this.#options
    if (stuckMs === undefined) return undefined
    const worker = this.#worker
    const end = () => {
      onFailed?.(new Error('The thread took too long and was ended'))
      if (worker !== undefined) this.#forget(worker)
      void worker?.terminate()
    }
    return setTimeout(end, this.#ready ? stuckMs : STARTING_MS).unref()
  }

  #forget(worker: Worker, cause?: Error): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#ready = false
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(new ThreadEnded(cause?.message ?? 'The thread has ended', { cause }))
    }
    this.#waiting.clear()
    if (!this.#stopped) this.#options.onEnded?.()
  }
}
