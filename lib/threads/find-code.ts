import path from 'node:path'
import { pathToFileURL } from 'node:url'
import programs from './programs.json'

export type ThreadProgram = keyof typeof programs

/** Written into the code by `lib/server/bundle.mjs`: the folder that it was bundled from. */
declare const BUNDLED_FROM: string | undefined

/** Written into the code by the tests, whose threads would each take seconds to translate theirs: a file beside them. */
declare const BUNDLED_THREADS: string | undefined

const bundledFrom = typeof BUNDLED_FROM === 'string' ? BUNDLED_FROM : undefined

/** A file that lies in `lib` beside the code. */
export const libFile = (...names: string[]) =>
  path.join(bundledFrom ?? path.join(import.meta.dirname, '..'), ...names)

const bundledThreads = () => {
  if (typeof BUNDLED_THREADS === 'string') return BUNDLED_THREADS
  return bundledFrom === undefined ? undefined : import.meta.url
}

/** What a thread starts with: its program bundled beside the server, else an entry that translates the TypeScript named to it. */
export function threadProgram(name: ThreadProgram): { file: URL; argv: string[] } {
  const beside = bundledThreads()
  return beside === undefined
    ? {
        file: pathToFileURL(libFile('threads/entry.mjs')),
        argv: [pathToFileURL(libFile(programs[name])).href],
      }
    : { file: new URL(`./${name}-thread.js`, beside), argv: [] }
}
