import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Tests } from './projects'

const root = path.resolve(import.meta.dirname, '..')

type SourceFile = { path: string; text: string; code: string; imports: string[] }

/** Comments may speak of what code must not do. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const at = `${folder}/${name}`
    return statSync(path.join(root, at)).isDirectory() ? walk(at) : [at]
  })
}

/** An import as written, to a path below the root without its ending; packages stay as they are. */
function resolveImport(from: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  if (specifier.startsWith('.'))
    return path.posix.normalize(`${path.posix.dirname(from)}/${specifier}`)
  return specifier
}

const sources: SourceFile[] = ['app', 'components', 'lib']
  .flatMap(walk)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8')
    const code = withoutComments(text)
    const found = code.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)
    return {
      path: file,
      text,
      code,
      imports: [...found].map((m) => resolveImport(file, m[1] ?? '')),
    }
  })

const modulePath = (file: string) => file.replace(/\.tsx?$/, '')
const feature = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1]

/** Files that touch the world: disk, database, network, environment, clock, threads. Everything else in lib is pure. */
const IO_FOLDERS = ['lib/archive/', 'lib/server/', 'lib/commands/']
const IO_FILES = ['lib/env', 'lib/clock']
const PURE_IN_IO_FOLDERS = new Set(['lib/archive/report'])

const mayTouchTheWorld = (file: string) =>
  (IO_FOLDERS.some((folder) => file.startsWith(folder)) ||
    IO_FILES.includes(modulePath(file)) ||
    doesIo(file)) &&
  !PURE_IN_IO_FOLDERS.has(modulePath(file))

/** In a feature's folder the files that do I/O are named for it. */
const IO_NAMES =
  /\/(find|read|store|git|worker|draw)-[^/]*$|\/(database|handle|http|find|store)\/[^/]*$/
const doesIo = (file: string) => IO_NAMES.test(file)

const pureFiles = sources.filter(
  (file) => file.path.startsWith('lib/') && !mayTouchTheWorld(file.path),
)

/** `rule`, then each offender: the failure prints the rule and the mend. */
function hold(rule: string, offenders: string[]) {
  expect(offenders, rule).toEqual([])
}

describe('import directions', () => {
  it('lib never imports app or components', () => {
    hold(
      'lib is below app and components: move what it needs into lib',
      sources
        .filter(
          (file) =>
            file.path.startsWith('lib/') &&
            file.imports.some((to) => /^(app|components)\//.test(to)),
        )
        .map((file) => file.path),
    )
  })

  it('components take props and do no I/O', () => {
    hold(
      'a component gets its data as props from a page in app/: read it there',
      sources
        .filter((file) => file.path.startsWith('components/'))
        .flatMap((file) =>
          file.imports
            .filter(
              (to) =>
                to.startsWith('node:') || (to.startsWith('lib/') && mayTouchTheWorld(`${to}.ts`)),
            )
            .map((to) => `${file.path} → ${to}`),
        ),
    )
  })

  it('pure files import no I/O, no Next and no React', () => {
    const forbidden =
      /^(node:(?!(?:path|diagnostics_channel|crypto)$)|next(\/|$)|react(\/|$)|react-dom|pg$|kysely|sharp|@photostructure)/
    hold(
      'rules take values and return values: do the I/O in a file named for it and hand the value in',
      pureFiles.flatMap((file) =>
        file.imports
          .filter(
            (to) => forbidden.test(to) || (to.startsWith('lib/') && mayTouchTheWorld(`${to}.ts`)),
          )
          .map((to) => `${file.path} → ${to}`),
      ),
    )
  })

  it('features meet through article and archive, not through each other', () => {
    const shared = new Set(['article', 'archive'])
    const composing = new Set(['server', 'commands', 'ranking'])
    hold(
      'move what two features share into lib/article (pure) or lib/archive (reads)',
      sources.flatMap((file) => {
        const from = feature(file.path)
        if (!from || composing.has(from)) return []
        return file.imports
          .filter((to) => {
            const other = feature(to)
            if (!other || other === from) return false
            return (
              from === 'article' || (from === 'archive' ? other !== 'article' : !shared.has(other))
            )
          })
          .map((to) => `${file.path} → ${to}`)
      }),
    )
  })

  it('has no cycles', () => {
    const known = new Map(sources.map((file) => [modulePath(file.path), file]))
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (at: string, trail: string[]) => {
      if (trail.includes(at)) cycles.push([...trail.slice(trail.indexOf(at)), at].join(' → '))
      if (done.has(at) || trail.includes(at)) return
      for (const to of known.get(at)?.imports ?? []) if (known.has(to)) visit(to, [...trail, at])
      done.add(at)
    }
    for (const at of known.keys()) visit(at, [])
    hold('break the cycle: the shared part wants a file of its own', cycles)
  })
})

describe('who may touch what', () => {
  const only = (allowed: string | RegExp, pattern: RegExp) =>
    sources
      .filter(
        (file) =>
          pattern.test(file.code) &&
          (typeof allowed === 'string' ? file.path !== allowed : !allowed.test(file.path)),
      )
      .map((file) => file.path)

  it('reads process.env in lib/env.ts alone', () => {
    hold('ask env() of lib/env.ts', only('lib/env.ts', /process\.env/))
  })

  it('reads the clock in lib/clock.ts alone, and in the elements of a browser', () => {
    hold(
      'take `now: Date` as an argument',
      only(/^(lib\/clock\.ts|components\/elements\/)/, /new Date\(\)|Date\.now\(\)/),
    )
  })

  it('calls gray-matter from one file', () => {
    const callers = sources
      .filter((file) => file.imports.includes('gray-matter'))
      .map((file) => file.path)
    hold('front matter has one parser: lib/article', callers.slice(1))
    expect(callers).toHaveLength(1)
  })

  it('ships no framework code: no client components, no server actions', () => {
    hold(
      'pages are server components; what a browser does lives in components/elements',
      only(/^$/, /['"]use (client|server)['"]/),
    )
  })

  it('shows no Suspense boundary and no loading state, which only script would reveal', () => {
    hold('render the page whole', [
      ...only(/^$/, /\bSuspense\b/),
      ...sources.filter((file) => /\/loading\.tsx$/.test(file.path)).map((file) => file.path),
    ])
  })

  it('sets no style attribute, which the policy would block', () => {
    hold('use a class in the CSS module', only(/^$/, /\bstyle=\{/))
  })
})

describe('the house', () => {
  it('keeps the given top level', () => {
    const given =
      /^(app|components|content|lib|public|tests|package\.json|package-lock\.json|tsconfig\.json|next\.config\.ts|README\.md|LICENSE|\..*|node_modules|next-env\.d\.ts|.*\.tsbuildinfo|test-results)$/
    hold(
      'put it in the room it belongs to',
      readdirSync(root).filter((name) => !given.test(name)),
    )
  })

  it('has no rooms for odds and ends', () => {
    const odd = /(^|\/)(utils?|helpers?|misc|common|index)(\.tsx?|\/)/
    hold(
      'name the file after what it does',
      sources.map((file) => file.path).filter((file) => odd.test(file)),
    )
  })
})

it('runs tests together only when nothing that they import touches the world', () => {
  const one = (folder: string) => new Tests(root).pure([`tests/unit/${folder}.test.ts`])
  // Reads fixtures; reads a clock and a zone; starts a server; opens a database far down in what it imports.
  const found = ['looks/contrast', 'dates', 'server/http', 'search/filters'].map(one)
  expect(found.map(({ length }) => length)).toEqual([1, 1, 0, 0])
})
