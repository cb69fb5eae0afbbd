import { type SpawnOptions, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bundleServer } from '@/lib/server/bundle.mjs'
import { END_WITH_PARENT } from './end-with-parent'

/** Starts one of the tests' programs, bundled like the server: tsx would take seconds to translate it each time. */
export async function startProgram(
  file: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
) {
  const program = fileURLToPath(await bundleServer(file))
  return spawn(process.execPath, ['--import', END_WITH_PARENT, program, ...args], {
    ...options,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}
