/** A quicker update shows no progress. */
const SHOWN_AFTER_MS = 2_000
/** A terminal's line is overwritten; elsewhere (a log file) each count is a new line. */
const TERMINAL_EVERY_MS = 200
const LOG_EVERY_MS = 5_000

export type ProgressTarget = {
  isTerminal: boolean
  /** Writes to the terminal without ending the line. */
  write: (text: string) => void
  log: (message: string) => void
  /** Milliseconds from any fixed start. */
  elapsed: () => number
}

type Progress = { done: number; total: number; errors: number }

/** Shows the progress of an index: files done, files a second, errors. */
export class ProgressLine {
  #began: number | undefined
  #shown = 0

  constructor(private readonly target: ProgressTarget) {}

  show(progress: Progress): void {
    const time = this.target.elapsed()
    this.#began ??= time
    const every = this.target.isTerminal ? TERMINAL_EVERY_MS : LOG_EVERY_MS
    const complete = progress.done === progress.total
    if (time - this.#began < SHOWN_AFTER_MS || (time - this.#shown < every && !complete)) return
    this.#shown = time
    const line = progressText(progress, time - this.#began)
    if (this.target.isTerminal) this.target.write(`\r${line}\u001b[K`)
    else this.target.log(line)
  }

  /** Called when the update is done: the next one starts its own line. */
  end(): void {
    if (this.#shown > 0 && this.target.isTerminal) this.target.write('\n')
    this.#began = undefined
    this.#shown = 0
  }
}

export function progressText({ done, total, errors }: Progress, milliseconds: number): string {
  const rate = Math.round((done * 1_000) / Math.max(1, milliseconds))
  const faults = errors === 1 ? '1 error' : `${errors} errors`
  return `Indexing: ${done} of ${total} files, ${rate}/s, ${faults}`
}
