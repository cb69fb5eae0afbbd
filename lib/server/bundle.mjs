import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hashSources } from './build/hash-sources.mjs'

const lib = fileURLToPath(new URL('..', import.meta.url))
const root = path.dirname(lib)

/** Below node_modules, so that packages are found from there; Next empties its own folder. */
const CACHE = path.join(root, 'node_modules/.cache/broadsheet-server')

/** The programs of threads, which lib/threads/find-code.ts finds beside the server by their names. */
const readPrograms = async () =>
  Object.entries(JSON.parse(await readFile(path.join(lib, 'threads/programs.json'), 'utf8')))

/** Packages with binaries or files of their own, and those that Next's pages share with the server. */
const LEFT_OUT = [
  '@photostructure/sqlite',
  'esbuild',
  'next',
  'pino',
  'react',
  'react-dom',
  'sharp',
]

/** Bundled CommonJS asks for Node's modules by `require`. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** What a bundle is made of, besides the folder of its program; packages change with the lock. */
const SOURCES = ['lib', 'next.config.ts', 'package-lock.json', 'tsconfig.json']

/**
 * The address of the server as plain JavaScript, bundled unless that was done from exactly these sources. Run through
 * tsx each of the server's threads needs another one to translate for it, and loads packages file by file: together
 * 150 MB that the bundle saves. `main` is another program with the same threads, for tests and measuring.
 */
export async function bundleServer(main = path.join(lib, 'server/main.ts')) {
  const sources = await hashSources(root, [...SOURCES, path.relative(root, path.dirname(main))])
  const hash = createHash('sha256').update(`${main}\0${sources}`).digest('hex')
  const folder = path.join(CACHE, hash.slice(0, 16))
  if (existsSync(folder)) await utimes(folder, new Date(), new Date())
  else await store(folder, await bundle(main))
  return pathToFileURL(path.join(folder, 'main.js')).href
}

/** The bundler is loaded only when there is something to bundle: it takes longer than all else before the server. */
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
    logLevel: 'error',
  })
  await stop()
  return outputFiles
}

/** Whole or not at all: two servers may start at once. */
async function store(folder, files) {
  await mkdir(CACHE, { recursive: true })
  const made = await mkdtemp(path.join(CACHE, 'new-'))
  for (const { path: file, contents } of files) {
    await writeFile(path.join(made, path.relative(CACHE, file)), contents)
  }
  // The other one was quicker.
  await rename(made, folder).catch(() => rm(made, { recursive: true }))
  await forgetOthers(folder)
}

/** A server that runs starts threads from its folder: those last used stay. */
const KEPT = 5

async function forgetOthers(folder) {
  const names = (await readdir(CACHE)).filter((name) => name !== path.basename(folder))
  const others = await Promise.all(
    names.map(async (name) => ({ name, used: (await stat(path.join(CACHE, name))).mtimeMs })),
  )
  others.sort((a, b) => b.used - a.used)
  for (const { name } of others.slice(KEPT)) {
    await rm(path.join(CACHE, name), { recursive: true, force: true })
  }
}
