import { BEST_EFFORT, compress, decompress, isCompressible, QUICK_EFFORT } from './compress'
import { contentHash, etagOf } from './etag'
import type { Coding } from './negotiate'
import type { ReadyHead } from './ready-response'

export type Header = readonly [name: string, value: string]

/** The bytes of one coding, with everything about them that is known before a request arrives. */
export type Variant = {
  hash: string
  coding: Coding
  effort: number
  body: Buffer
  /** A flat list of names and values, which `writeHead` uses without copying. */
  headers: string[]
  head: ReadyHead
  etag: string
}

type Content = { status: number; type: string; body: Buffer; headers: readonly Header[] }

/**
 * One finished answer in the codings that clients have requested. Other codings are made from these at their first request,
 * so that ten thousand pages fit into limited memory.
 */
export class Representation {
  readonly status: number
  readonly type: string
  readonly hash: string
  readonly compressible: boolean
  /** Called when a variant is added, removed or shrinks, so that the cache counts its bytes again. */
  onResize: (() => void) | undefined
  readonly #headers: readonly Header[]
  readonly #variants = new Map<Coding, Variant>()
  readonly #pending = new Map<Coding, Promise<Variant>>()
  #asked = false

  constructor({ status, type, body, headers }: Content) {
    this.status = status
    this.type = type
    this.hash = contentHash(body)
    this.compressible = isCompressible(type, body.length)
    this.#headers = headers
    this.#hold(body, 'identity', 0)
  }

  /** Bytes of all variants in memory, head and body. */
  get bytes(): number {
    let sum = 0
    for (const { body, headers } of this.#variants.values()) {
      sum += body.length
      for (const part of headers) sum += part.length
    }
    return sum
  }

  /** Whether its brotli is still the quick one. */
  get isImprovable(): boolean {
    return this.#variants.get('br')?.effort === QUICK_EFFORT
  }

  /** The variant if it exists already, as for nearly every request. */
  held(coding: Coding): Variant | undefined {
    return this.#variants.get(this.compressible ? coding : 'identity')
  }

  async variant(coding: Coding): Promise<Variant> {
    const wanted = this.compressible ? coding : 'identity'
    const held = this.#variants.get(wanted)
    if (held !== undefined) {
      this.#asked ||= wanted === 'identity'
      return held
    }
    const pending = this.#pending.get(wanted) ?? this.#make(wanted)
    this.#pending.set(wanted, pending)
    return pending.finally(() => this.#pending.delete(wanted))
  }

  /** Replaces quick brotli with the best. Slow, so it runs after the answer. */
  async improve(): Promise<void> {
    if (!this.isImprovable) return
    const best = await compress(await this.#plain(), 'br', BEST_EFFORT)
    this.#hold(best, 'br', BEST_EFFORT)
    this.onResize?.()
  }

  async #make(coding: Coding): Promise<Variant> {
    const variant = this.#hold(
      await compress(await this.#plain(), coding),
      coding,
      coding === 'br' ? QUICK_EFFORT : 0,
    )
    if (!this.#asked && coding !== 'identity') this.#variants.delete('identity')
    this.#asked ||= coding === 'identity'
    this.onResize?.()
    return variant
  }

  async #plain(): Promise<Buffer> {
    const [any] = this.#variants.values()
    const source = this.#variants.get('identity') ?? any
    if (source === undefined) throw new Error('A representation holds at least one variant')
    return decompress(source.body, source.coding)
  }

  #hold(body: Buffer, coding: Coding, effort: number): Variant {
    const etag = etagOf(this.hash, coding, effort)
    const headers = [
      'Content-Type',
      this.type,
      'Content-Length',
      String(body.length),
      'ETag',
      etag,
      ...(this.compressible ? ['Vary', 'Accept-Encoding'] : []),
      ...(coding === 'identity' ? [] : ['Content-Encoding', coding]),
      ...this.#headers.flat(),
    ]
    const head = { status: this.status, headers }
    const variant = { hash: this.hash, coding, effort, body, headers, head, etag }
    this.#variants.set(coding, variant)
    return variant
  }
}
