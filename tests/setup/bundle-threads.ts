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

/** In a process of its own: the bundler ends when it is done, and vitest has one of the same kind. */
const BUNDLE = `import('./lib/server/bundle.mjs').then(async (all) => console.log(await all.bundleServer()))`

/** Threads run what production runs, in a watching run as it is now. */
export default async function setup(project: TestProject): Promise<void> {
  const bundle = async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', BUNDLE], { cwd: root })
    project.provide('bundledThreads', stdout.trim())
  }
  await bundle()
  project.onTestsRerun(bundle)
}
