/** More than four times the terms of a vector: a term that isn't in the table is known by one look, mostly. */
const SLOTS = 1024

/** Where each of at most some hundred terms stands: several times quicker than a Map, and asked 80,000 times a rail. */
export class TermTable {
  readonly #terms = new Uint32Array(SLOTS)
  /** One more than the position; 0 is an empty slot. */
  readonly #positions = new Uint16Array(SLOTS)

  add(term: number, position: number): void {
    let slot = term % SLOTS
    while (this.#positions[slot] !== 0) slot = (slot + 1) % SLOTS
    this.#terms[slot] = term
    this.#positions[slot] = position + 1
  }

  /** The position of a term, or -1. */
  find(term: number): number {
    let slot = term % SLOTS
    for (;;) {
      const position = this.#positions[slot]
      if (position === 0 || position === undefined) return -1
      if (this.#terms[slot] === term) return position - 1
      slot = (slot + 1) % SLOTS
    }
  }
}
