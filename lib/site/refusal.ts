/** The command did nothing; the message says why, and what to do. */
export class Refusal extends Error {
  /** The exit code of the command. */
  readonly code: number

  constructor(message: string, { code = 1, ...options }: ErrorOptions & { code?: number } = {}) {
    super(message, options)
    this.code = code
  }
}
