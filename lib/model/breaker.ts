/** Failures in a row. */
const AFTER = 3
/** The first pause, in milliseconds; each further failure doubles it. */
const FIRST_REST = 30_000
const LONGEST_REST = 600_000

/** Keeps callers away from something that fails: after some failures it pauses, then lets one caller try. */
export class Breaker {
  #failures = 0
  #until = 0

  /** No caller is let through before this, in milliseconds since 1970. */
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
