import { existsSync } from 'node:fs'
import path from 'node:path'
import { build, stop } from 'esbuild'

const ENTRY = 'components/elements/elements.ts'

/** The custom elements as one module, or undefined when the site has none. The only script of ours in a browser. */
export async function bundleElements(root: string, minify: boolean): Promise<Buffer | undefined> {
  const entry = path.join(root, ENTRY)
  if (!existsSync(entry)) return undefined
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
    // Without this, the nearest tsconfig.json may aim at other browsers.
    tsconfigRaw: {},
    absWorkingDir: root,
    alias: { '@': root },
  })
  // It runs as a process of its own. In development there is more to bundle.
  if (minify) await stop()
  return outputFiles.map((file) => Buffer.from(file.contents))[0]
}
