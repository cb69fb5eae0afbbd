import { existsSync } from 'node:fs'
import path from 'node:path'
import { type BuildOptions, build, type Plugin, stop } from 'esbuild'

const FOLDER = 'components/elements'
const FIRST = `${FOLDER}/elements.ts`

/** A module that reaches a browser. The first one is in every page; the others are asked for when they are first used. */
export type ScriptModule = { name: string; body: Buffer; isFirst: boolean }

/**
 * The custom elements as modules, none when the site has no elements. The only script of ours in a browser. What two
 * modules share is in both: the first one must not wait for a third.
 */
export async function bundleElements(root: string, minify: boolean): Promise<ScriptModule[]> {
  if (!existsSync(path.join(root, FIRST))) return []
  const options: BuildOptions = {
    bundle: true,
    write: false,
    metafile: true,
    minify,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    // Without this, the nearest tsconfig.json may aim at other browsers.
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
  // It runs as a process of its own. In development there is more to bundle.
  if (minify) await stop()
  return [first, others].flatMap(({ outputFiles = [] }, i) =>
    outputFiles.map((file) => ({
      name: path.relative(root, file.path),
      body: Buffer.from(file.contents),
      isFirst: i === 0,
    })),
  )
}

/** Leaves what `import()` asks for out, under the name that it has or will have. */
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
