import path from 'node:path'
import { pathToFileURL } from 'node:url'
import programs from './programs.json'

export type ThreadProgram = keyof typeof programs

/** Inserted by `lib/server/bundle.mjs`: the folder that the code was bundled from. */
declare const BUNDLED_FROM: string | undefined

/**
 * Inserted by the tests: a file beside the bundled programs of threads, which would otherwise take seconds each to
 * translate.
 */
declare const BUNDLED_THREADS: string | undefined

const bundledFrom = typeof BUNDLED_FROM === 'string' ? BUNDLED_FROM : undefined

/** A file of `lib`. */
export const libFile = (...names: string[]) =>
  path.join(bundledFrom ?? path.join(import.meta.dirname, '..'), ...names)

const bundledThreads = () => {
  if (typeof BUNDLED_THREADS === 'string') return BUNDLED_THREADS
  return bundledFrom === undefined ? undefined : import.meta.url
}

/**
 * What a thread is started with: its program bundled beside the server, or else an entry that translates the given
 * TypeScript.
 */
export function threadProgram(name: ThreadProgram): { file: URL; argv: string[] } {
  const beside = bundledThreads()
  return beside === undefined
    ? {
        file: pathToFileURL(libFile('threads/entry.mjs')),
        argv: [pathToFileURL(libFile(programs[name])).href],
      }
    : { file: new URL(`./${name}-thread.js`, beside), argv: [] }
}
