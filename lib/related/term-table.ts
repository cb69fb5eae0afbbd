/** Twice the terms of four vectors: a term that isn't in the table is known by one look or two, mostly. */
const SLOTS = 1024

/** The places of some hundred terms: several times quicker than a Map, and asked 80,000 times a rail. */
export class TermTable {
  readonly #terms = new Uint32Array(SLOTS)
  /** One more than the place; 0 is an empty slot. */
  readonly #places = new Uint16Array(SLOTS)
  #size = 0

  /** The place of a term, the next one if it has none yet. */
  place(term: number): number {
    const slot = this.#slotOf(term)
    const place = this.#places[slot] ?? 0
    if (place > 0) return place - 1
    if (this.#size === SLOTS / 2) throw new RangeError(`More than ${SLOTS / 2} terms`)
    this.#terms[slot] = term
    this.#places[slot] = ++this.#size
    return this.#size - 1
  }

  /** The place of a term, or -1. */
  find(term: number): number {
    return (this.#places[this.#slotOf(term)] ?? 0) - 1
  }

  /** Where the term is, or where it would be. */
  #slotOf(term: number): number {
    let slot = term % SLOTS
    while (this.#places[slot] !== 0 && this.#terms[slot] !== term) slot = (slot + 1) % SLOTS
    return slot
  }
}
