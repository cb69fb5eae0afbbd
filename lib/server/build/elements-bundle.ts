import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BuildOptions, Plugin } from 'esbuild'
import * as z from 'zod'

const FOLDER = 'components/elements'
const FIRST = `${FOLDER}/elements.ts`

/** A module for browsers. The first one is in every page; the others load when they are first used. */
export type ScriptModule = { name: string; body: Buffer; isFirst: boolean }

/**
 * The custom elements as modules, or none if the site has no elements. No other script of ours reaches a browser. Code that
 * two modules share is in both, since the first must not wait for a third.
 */
export async function bundleElements(root: string, minify: boolean): Promise<ScriptModule[]> {
  if (!existsSync(path.join(root, FIRST))) return []
  // Loaded only where something is bundled: a production server starts with modules from its build.
  const { build, stop } = await import('esbuild')
  const options: BuildOptions = {
    bundle: true,
    write: false,
    metafile: true,
    minify,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    // Without this, the nearest tsconfig.json might target other browsers.
    tsconfigRaw: {},
    absWorkingDir: root,
    outdir: root,
    entryNames: minify ? '[name]-[hash]' : '[name]',
    alias: { '@': root },
  }
  const lazy = new Map<string, string>()
  const found = await build({ ...options, entryPoints: [FIRST], plugins: [namedBy(lazy, root)] })
  const others = await build({ ...options, entryPoints: [...lazy.keys()] })
  for (const [name, { entryPoint }] of Object.entries(others.metafile?.outputs ?? {}))
    if (entryPoint) lazy.set(entryPoint, `./${name}`)
  const first =
    lazy.size === 0
      ? found
      : await build({ ...options, entryPoints: [FIRST], plugins: [namedBy(lazy, root)] })
  // The bundler is a separate process. In development it is needed again.
  if (minify) await stop()
  return [first, others].flatMap(({ outputFiles = [] }, i) =>
    outputFiles.map((file) => ({
      name: path.relative(root, file.path),
      body: Buffer.from(file.contents),
      isFirst: i === 0,
    })),
  )
}

const LIST = 'elements.json'
const list = z.array(z.object({ name: z.string(), isFirst: z.boolean() }))

/** Bundles the elements into a build of the pages. */
export async function storeElements(root: string, build: string): Promise<void> {
  const modules = await bundleElements(root, true)
  mkdirSync(path.join(build, 'elements'))
  for (const { name, body } of modules) writeFileSync(path.join(build, 'elements', name), body)
  writeFileSync(
    path.join(build, LIST),
    JSON.stringify(modules.map(({ name, isFirst }) => ({ name, isFirst }))),
  )
}

export function readElements(build: string): ScriptModule[] {
  const stored = list.parse(JSON.parse(readFileSync(path.join(build, LIST), 'utf8')))
  return stored.map((each) => ({
    ...each,
    body: readFileSync(path.join(build, 'elements', each.name)),
  }))
}

/** Keeps the modules that `import()` loads out of this one, under the names that they have or will have. */
const namedBy = (lazy: Map<string, string>, root: string): Plugin => ({
  name: 'first-used-later',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\// }, ({ kind, path: asked, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const file = `${path.relative(root, path.join(resolveDir, asked))}.ts`
      if (!lazy.has(file)) lazy.set(file, asked)
      return { path: lazy.get(file) ?? asked, external: true }
    })
  },
})
