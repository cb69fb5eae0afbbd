import { type BigIntStats, statSync } from 'node:fs'

/** What happened to a database file while it was open: SQLite keeps writing to the file that it opened. */
export type FileChange = 'deleted' | 'replaced' | 'overwritten' | 'log-lost'

const look = (path: string) => statSync(path, { bigint: true, throwIfNoEntry: false })

const isSameFile = (one: BigIntStats | undefined, other: BigIntStats | undefined) =>
  one?.dev === other?.dev && one?.ino === other?.ino

/** Identifies a database's files as they were when it was opened, to compare with those now at the path. */
export class FileIdentity {
  readonly #file: string
  readonly #log: string
  readonly #main: BigIntStats | undefined
  readonly #ownLog: BigIntStats | undefined
  #written: BigIntStats | undefined

  constructor(file: string) {
    this.#file = file
    this.#log = `${file}-wal`
    this.#main = look(file)
    this.#ownLog = look(this.#log)
  }

  /** Undefined while the files at the path are the open ones. */
  change(): FileChange | undefined {
    const main = look(this.#file)
    if (main === undefined) return 'deleted'
    if (!isSameFile(main, this.#main)) return 'replaced'
    const { mtimeNs, size } = this.#written ?? main
    if (main.mtimeNs !== mtimeNs || main.size !== size) return 'overwritten'
    return isSameFile(look(this.#log), this.#ownLog) ? undefined : 'log-lost'
  }

  get logBytes(): bigint {
    return look(this.#log)?.size ?? 0n
  }

  /** From now on any write to the main file counts as overwriting it; call this again after each write of our own. */
  expectNoWriting(): void {
    this.#written = look(this.#file)
  }
}
