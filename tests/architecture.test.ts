import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Tests } from './projects'

const root = path.resolve(import.meta.dirname, '..')

type SourceFile = { path: string; text: string; code: string; imports: string[] }

/** Comments may mention what code must not do. */
const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm
/** `front.ts`, `lib/server/front/front.ts`, `lib/server`; not `https://example.org/lib/server`. */
const CODE_NAME =
  /(?<![\w/.@-])(?:\.{1,2}\/)*(?:(?:[\w@[\]-]+\/)*[\w[\]][\w[\].-]*\.(?:tsx?|m[jt]s|css)(?![\w-])|(?:app|components|lib|tests)(?:\/[\w[\].-]+)+)/g

function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap((name) => {
    const at = `${folder}/${name}`
    return statSync(path.join(root, at)).isDirectory() ? walk(at) : [at]
  })
}

/** An import as written, resolved to a path below the root without its extension; packages stay as they are. */
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

const installed = z.object({ hasInstallScript: z.boolean().default(false) })

const modulePath = (file: string) => file.replace(/\.tsx?$/, '')
/** `lib/archive/read/lists` is in the room `archive`; a file outside lib is in the room of its top folder. */
const roomOf = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? file.split('/')[0] ?? ''

/** From the lowest up: a room imports only from itself and from lower floors. Rooms on one floor don't import each other. */
const FLOORS = [
  ['words'],
  ['site'],
  ['language'],
  ['http', 'running'],
  ['article'],
  ['feeds', 'front'],
  ['markdown'],
  ['front-matter'],
  ['starter', 'threads'],
  ['content'],
  ['git'],
  ['check', 'import'],
  ['archive'],
  ['images', 'model'],
  ['comments', 'history', 'insight', 'publish', 'related', 'search', 'share'],
  ['ranking'],
  ['components'],
  ['server'],
  ['commands'],
  ['app'],
]
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)))

/** Rooms in which every file may do I/O: disk, database, network, environment, clock, threads. */
const IO_ROOMS = new Set(['git', 'threads', 'content', 'archive', 'check', 'server', 'commands'])
const IO_FILES = new Set(['lib/site/env', 'lib/site/clock'])
/** In a feature's room the names of files that do I/O say so. */
const IO_NAMES =
  /\/(find|read|store|worker|draw)-[^/]*$|\/[^/]+\/(commands|http|store)\/|\/endpoints\.ts$/

/** Pure rules inside such rooms, because they belong to what the room does. */
const PURE_IN_IO_ROOMS = new Set([
  'lib/git/published-line',
  'lib/git/raw-changes',
  'lib/git/similar-texts',
  'lib/threads/queue',
  'lib/threads/rerun',
  'lib/threads/within-time',
  'lib/archive/index-status',
  'lib/content/file-kind',
  'lib/content/file-problem',
  'lib/content/fingerprint',
  'lib/content/image-facts',
])

const mayTouchTheWorld = (file: string) =>
  !PURE_IN_IO_ROOMS.has(modulePath(file)) &&
  (IO_ROOMS.has(roomOf(file)) || IO_FILES.has(modulePath(file)) || IO_NAMES.test(file))

const pureFiles = sources.filter(
  (file) => file.path.startsWith('lib/') && !mayTouchTheWorld(file.path),
)

/** The most files in a folder that can be taken in at a glance. */
const MAX_FILES = 32

/** `rule`, then each offender: a failure prints the rule and what to do. */
function hold(rule: string, offenders: string[]) {
  expect(offenders, rule).toEqual([])
}

describe('import directions', () => {
  it('has a floor for every room', () => {
    hold(
      'say in FLOORS which rooms a new one may import from',
      sources.map((file) => file.path).filter((file) => floorOf(file) === -1),
    )
  })

  it('goes down: a room imports only from lower floors', () => {
    hold(
      'move what both rooms need to a lower floor, or let lib/server hand it in',
      sources.flatMap((file) =>
        file.imports
          .filter(
            (to) =>
              floorOf(to) !== -1 &&
              roomOf(to) !== roomOf(file.path) &&
              floorOf(to) >= floorOf(file.path),
          )
          .map((to) => `${file.path} → ${to}`),
      ),
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
      /^(node:(?!(?:path|crypto)$)|next(\/|$)|react(\/|$)|react-dom|pg$|kysely|sharp|@photostructure)/
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

describe('who may use what', () => {
  const only = (allowed: string | RegExp, pattern: RegExp) =>
    sources
      .filter(
        (file) =>
          pattern.test(file.code) &&
          (typeof allowed === 'string' ? file.path !== allowed : !allowed.test(file.path)),
      )
      .map((file) => file.path)

  it('reads process.env only in lib/site/env.ts', () => {
    hold('ask env() of lib/site/env.ts', only('lib/site/env.ts', /process\.env/))
  })

  it('reads the clock only in lib/site/clock.ts, and in the elements of a browser', () => {
    hold(
      'take `now: Date` as an argument',
      only(/^(lib\/site\/clock\.ts|components\/elements\/)/, /new Date\(\)|Date\.now\(\)/),
    )
  })

  it('lets every command end quietly when its reader goes away', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
    const commands = Object.values(scripts)
      .join(' ')
      .matchAll(/\blib\/[\w/-]+\.ts\b/g)
    hold(
      'call outliveReaders() before anything is written, or let runCommand() do it',
      [...commands]
        .map(([file]) => file)
        .filter(
          (file) =>
            !/\b(outliveReaders|runCommand)\(/.test(readFileSync(path.join(root, file), 'utf8')),
        ),
    )
  })

  it('starts git from one file', () => {
    hold(
      'git obeys what a push may write: startGit of lib/git/start-git.ts is hardened against it',
      only('lib/git/start-git.ts', /\b(?:spawn|exec)\w*\(\s*['"`]git\b/),
    )
  })

  it('calls gray-matter from one file', () => {
    const callers = sources
      .filter((file) => file.imports.includes('gray-matter'))
      .map((file) => file.path)
    hold('front matter has one parser: lib/front-matter', callers.slice(1))
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

  it('has no folder too large to take in at a glance', () => {
    const rooms = new Map<string, number>()
    for (const { path: file } of sources.filter(({ path: file }) => file.startsWith('lib/'))) {
      const room = path.posix.dirname(file)
      rooms.set(room, (rooms.get(room) ?? 0) + 1)
    }
    hold(
      `make rooms inside: a folder of lib has ${MAX_FILES} files at most`,
      [...rooms].filter(([, files]) => files > MAX_FILES).map(([room]) => room),
    )
  })

  it('names only files and folders of code that exist, in comments and documents', () => {
    const named = ['app', 'components', 'lib', 'tests']
      .flatMap(walk)
      .filter((file) => /\.(tsx?|m?js|mts|css|md)$/.test(file) && !file.includes('/fixtures/'))
      .concat('README.md', 'next.config.ts')
    const names = new Set(named.map((file) => path.posix.basename(file)))
    const isThere = (from: string, name: string) =>
      names.has(name) ||
      ['.', path.posix.dirname(from)].some((folder) =>
        ['', '.ts', '.tsx'].some((ending) => existsSync(path.join(root, folder, name + ending))),
      )
    hold(
      'say where it is now',
      named.flatMap((file) => {
        const text = readFileSync(path.join(root, file), 'utf8')
        const said = file.endsWith('.md') ? [text] : (text.match(COMMENT) ?? [])
        return said
          .flatMap((each) => each.match(CODE_NAME) ?? [])
          .map((name) => name.replace(/[.-]+$/, ''))
          .filter((name) => !isThere(file, name))
          .map((name) => `${file} → ${name}`)
      }),
    )
  })

  it('says for each package with an install script whether npm may run it', () => {
    const readJson = (name: string): unknown =>
      JSON.parse(readFileSync(path.join(root, name), 'utf8'))
    const lock = z.object({ packages: z.record(z.string(), installed) })
    const { packages } = lock.parse(readJson('package-lock.json'))
    const withScripts = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([name]) => name.replace(/^.*node_modules\//, ''))
    const manifest = z.object({ allowScripts: z.record(z.string(), z.boolean()) })
    const { allowScripts } = manifest.parse(readJson('package.json'))
    expect(Object.keys(allowScripts).sort(), 'npm warns of others: add it to allowScripts').toEqual(
      withScripts.sort(),
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

it('runs tests together only if nothing that they import does I/O', () => {
  const one = (folder: string) => new Tests(root).pure([`tests/unit/${folder}.test.ts`])
  // One reads fixtures, one a clock and a zone, one starts a server, one imports a database indirectly.
  const found = ['looks/contrast', 'article/dates', 'server/http', 'search/filters'].map(one)
  expect(found.map(({ length }) => length)).toEqual([1, 1, 0, 0])
})
