import type { Problem } from '@/lib/front-matter/problem'
import type { Statements } from './statements'
import { countProblems, readProblems } from './write/problems'

/** The log lists this many of a thousand errors; /status lists more. */
const SHOWN = 20

/**
 * Collects problems as they are found, so that the log lists each one once. The first report lists all that the archive
 * already knows.
 */
export class FoundProblems {
  #isFirst = true
  #problems: Problem[] = []
  #count = 0

  add(problems: readonly Problem[]): void {
    if (this.#isFirst) return
    this.#count += problems.length
    this.#problems.push(...problems.slice(0, SHOWN - this.#problems.length))
  }

  /** The problems found since the last call: the first few, and their number. */
  take(rows: Statements): { problems: Problem[]; count: number } {
    if (this.#isFirst) {
      this.#isFirst = false
      const { errors, warnings } = countProblems(rows)
      return { problems: readProblems(rows, SHOWN), count: errors + warnings }
    }
    const taken = { problems: this.#problems, count: this.#count }
    this.#problems = []
    this.#count = 0
    return taken
  }
}
