import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    bundledThreads: string
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** In a separate process: the bundler is stopped when it is done, and vitest runs one of the same kind. */
const BUNDLE = `import('./lib/server/bundle.mjs').then(async (all) => console.log(await all.bundleServer()))`

/** Threads run the bundle, as in production; a watching run bundles again after a change. */
export default async function setup(project: TestProject): Promise<void> {
  const bundle = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', BUNDLE], { cwd: root })
    project.provide('bundledThreads', stdout.trim())
  }
  await bundle()
  project.onTestsRerun(bundle)
}
