import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hashSources } from './build/hash-sources.mjs'
import { folderName, keepFolders } from './build/keep-folders.mjs'

const lib = fileURLToPath(new URL('..', import.meta.url))
const root = path.dirname(lib)

/** Below node_modules, so that the bundle finds packages from here; Next empties its own folder. */
const CACHE = path.join(root, 'node_modules/.cache/broadsheet-server')

const KEPT = 5

/** The programs of threads; lib/threads/find-code.ts finds them beside the server by name. */
const readPrograms = async () =>
  Object.entries(JSON.parse(await readFile(path.join(lib, 'threads/programs.json'), 'utf8')))

/** Packages with binaries or files, and those that Next's pages share with the server. */
const LEFT_OUT = [
  '@photostructure/sqlite',
  'esbuild',
  'next',
  'pino',
  'react',
  'react-dom',
  'sharp',
]

/** Bundled CommonJS loads Node's modules by `require`. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** What a bundle depends on, in addition to its program's folder; packages change with the lock file. */
const SOURCES = ['lib', 'next.config.ts', 'package-lock.json', 'tsconfig.json']

/**
 * The address of the server as plain JavaScript, bundled again unless a bundle of exactly these sources exists. Under tsx
 * each of the server's threads would need another thread to translate for it, and would load packages file by file: the
 * bundle saves 150 MB. `main` is another program with the same threads, for tests and measurements.
 */
export async function bundleServer(main = path.join(lib, 'server/main.ts')) {
  const sources = hashSources(root, [...SOURCES, path.relative(root, path.dirname(main))])
  const hash = createHash('sha256').update(`${main}\0${sources}`).digest('hex')
  const folder = path.join(CACHE, folderName(hash))
  if (existsSync(folder)) await utimes(folder, new Date(), new Date())
  else await store(folder, await bundle(main))
  return pathToFileURL(path.join(folder, 'main.js')).href
}

/** Loads the bundler only when there is something to bundle: that takes longer than the rest of the start. */
async function bundle(main) {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [
      { out: 'main', in: main },
      ...(await readPrograms()).map(([name, file]) => ({
        out: `${name}-thread`,
        in: path.join(lib, file),
      })),
    ],
    outdir: CACHE,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: LEFT_OUT.flatMap((name) => [name, `${name}/*`]),
    define: { BUNDLED_FROM: JSON.stringify(lib) },
    banner: { js: REQUIRE },
    // Each thread parses its program again: a third fewer letters. Names stay, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
  })
  await stop()
  return outputFiles
}

/** Stores all files in one step: two servers may start at once. */
async function store(folder, files) {
  await mkdir(CACHE, { recursive: true })
  const made = await mkdtemp(path.join(CACHE, 'new-'))
  for (const { path: file, contents } of files) {
    await writeFile(path.join(made, path.relative(CACHE, file)), contents)
  }
  // Otherwise Node parses each file twice, to find out which kind of module it is.
  await writeFile(path.join(made, 'package.json'), '{"type":"module"}')
  // Another server was quicker.
  await rename(made, folder).catch(() => rm(made, { recursive: true }))
  keepFolders(CACHE, path.basename(folder), KEPT)
}
