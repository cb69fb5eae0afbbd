/** Failures one after the other. */
const AFTER = 3
/** Milliseconds of the first rest; each further failure doubles it. */
const FIRST_REST = 30_000
const LONGEST_REST = 600_000

/** Keeps callers from something that fails: after some failures it rests, then lets one caller try. */
export class Breaker {
  #failures = 0
  #until = 0

  /** Milliseconds since 1970 until which nobody is let through. */
  get until(): number {
    return this.#until
  }

  isResting(now: Date): boolean {
    return now.getTime() < this.#until
  }

  succeeded(): void {
    this.#failures = 0
    this.#until = 0
  }

  failed(now: Date): void {
    this.#failures++
    if (this.#failures < AFTER) return
    const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** (this.#failures - AFTER))
    this.#until = now.getTime() + rest
  }
}
