import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** Programs of threads: `lib/<name>-entry.mjs` runs one through tsx. */
export type ThreadProgram =
  | 'archive/follow/worker'
  | 'archive/follow/reading'
  | 'comments/store/sqlite/sqlite-thread'
  | 'history/worker'
  | 'ranking/worker'

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

/** What a thread starts with: in production bundled beside the server, else TypeScript. */
export function threadProgram(name: ThreadProgram): URL {
  const beside = bundledThreads()
  return beside === undefined
    ? pathToFileURL(libFile(`${name}-entry.mjs`))
    : new URL(`./${name.replaceAll('/', '-')}.js`, beside)
}
