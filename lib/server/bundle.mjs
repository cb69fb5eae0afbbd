import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'

const lib = fileURLToPath(new URL('..', import.meta.url))
const root = path.dirname(lib)

/** Below node_modules, so that packages are found from there; Next empties its own folder. */
const CACHE = path.join(root, 'node_modules/.cache/broadsheet-server')

/** The programs of threads (see lib/threads/find-code.ts). */
const THREADS = {
  'archive-follow-worker': 'archive/follow/worker.ts',
  'archive-follow-reading': 'archive/follow/reading-worker.ts',
  'comments-store-sqlite-sqlite-thread': 'comments/store/sqlite/sqlite-thread.ts',
  'history-worker': 'history/worker-run.ts',
  'ranking-worker': 'ranking/worker-thread.ts',
}

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

/**
 * The address of the server as plain JavaScript. Run through tsx each of the server's threads needs another one to
 * translate for it, and loads packages file by file: together 150 MB that the bundle saves. `main` is another program
 * with the same threads, for measuring.
 */
export async function bundleServer(main = path.join(lib, 'server/main.ts')) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [
      { out: 'main', in: main },
      ...Object.entries(THREADS).map(([out, file]) => ({ out, in: path.join(lib, file) })),
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
  const hash = createHash('sha256')
  for (const { path: file, contents } of outputFiles) hash.update(file).update(contents)
  const folder = path.join(CACHE, hash.digest('hex').slice(0, 16))
  await store(folder, outputFiles)
  return pathToFileURL(path.join(folder, 'main.js')).href
}

/** Whole or not at all: two servers may start at once. */
async function store(folder, files) {
  if (existsSync(folder)) return
  await mkdir(CACHE, { recursive: true })
  const made = await mkdtemp(path.join(CACHE, 'new-'))
  for (const { path: file, contents } of files) {
    await writeFile(path.join(made, path.relative(CACHE, file)), contents)
  }
  // The other one was quicker.
  await rename(made, folder).catch(() => rm(made, { recursive: true }))
  await forgetOthers(folder)
}

/** A server that runs starts threads from its folder: the last few stay. */
const KEPT = 5

async function forgetOthers(folder) {
  const names = (await readdir(CACHE)).filter((name) => name !== path.basename(folder))
  const others = await Promise.all(
    names.map(async (name) => ({ name, made: (await stat(path.join(CACHE, name))).mtimeMs })),
  )
  others.sort((a, b) => b.made - a.made)
  for (const { name } of others.slice(KEPT)) {
    await rm(path.join(CACHE, name), { recursive: true, force: true })
  }
}
