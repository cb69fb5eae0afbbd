import { DatabaseSync } from '@photostructure/sqlite'
import * as z from 'zod'
import { signal } from '@/lib/running/registry'
import { env } from '@/lib/site/env'
import { archiveFile, fileIdentity } from './archive-file'
import { isBroken } from './broken'
import { Statements } from './statements'

/** The longest that a reader waits: the writer holds its lock briefly, and readers don't need the lock in WAL mode. */
const READ_TIMEOUT_MS = 250

/** Page cache of each reader, in KiB: the upper levels of every index of 100,000 articles. */
const READ_CACHE_KIB = 8_000

const broken = signal<void>('archive-broken')

/** Calls back when a reader anywhere in the process met a corrupt archive. Returns a function that stops it. */
export const onBroken = broken.listen

const version = z.object({ data_version: z.number() })

/**
 * The archive as readers open it: read-only, at the first query. When a rebuild has replaced the file, the next run of
 * synchronous code opens the new one; while there is no file, the old one answers.
 */
export class Archive {
  #open: { statements: Statements; identity: string } | undefined
  #looked = false
  #version: string | undefined

  constructor(
    readonly dataDir: string,
    readonly contentDir: string,
  ) {}

  get rows(): Statements {
    if (this.#open === undefined || !this.#looked) this.#look()
    if (this.#open === undefined) throw new Error(`There is no archive in ${this.dataDir} yet`)
    return this.#open.statements
  }

  /** A page asks hundreds of times, so this checks only once in each run of synchronous code. */
  #look(): void {
    this.#looked = true
    this.#version = undefined
    queueMicrotask(() => {
      this.#looked = false
    })
    const identity = fileIdentity(archiveFile(this.dataDir))
    if (identity !== undefined && identity !== this.#open?.identity) this.#reopen(identity)
  }

  /** Differs after every change to the archive, so that caches can tell whether they are current. */
  get version(): string {
    const { rows } = this
    this.#version ??= `${this.#open?.identity}:${rows.one(version, 'PRAGMA data_version')?.data_version}`
    return this.#version
  }

  close(): void {
    this.#open?.statements.close()
    this.#open = undefined
  }

  /** When the new file can't be opened, the old one stays open. */
  #reopen(identity: string): void {
    const location = archiveFile(this.dataDir)
    const database = new DatabaseSync(location, { readOnly: true, timeout: READ_TIMEOUT_MS })
    const statements = new Statements(database, tellBroken)
    try {
      database.exec(`PRAGMA cache_size = -${READ_CACHE_KIB}; SELECT 1 FROM meta LIMIT 1`)
    } catch (error) {
      statements.close()
      tellBroken(error)
      if (this.#open === undefined) throw error
      return
    }
    this.close()
    this.#open = { statements, identity }
  }
}

function tellBroken(error: unknown): void {
  if (isBroken(error)) broken.tell()
}

/** An archive at the given folders; commands and tests use it. */
export function openArchive(dataDir: string, contentDir: string): Archive {
  return new Archive(dataDir, contentDir)
}

let current: Archive | undefined

/** The archive of this process's environment: one per instance of this module. */
export function theArchive(): Archive {
  current ??= new Archive(env().dataDir, env().contentDir)
  return current
}
