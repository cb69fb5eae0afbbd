import { ensureBuild } from '@/lib/server/build/build'
import { bundleServer } from '@/lib/server/bundle.mjs'
import { setMode } from '@/lib/site/env'
import { type Command, runCommand } from './run-command'

/** `npm run build`: what `npm start` does by itself when the sources have changed. */
export const build: Command = async (_, { stdout, cwd }) => {
  setMode('production')
  await ensureBuild(cwd, (line) => stdout.write(`${line}\n`))
  await bundleServer()
  return 0
}

await runCommand(import.meta.url, build)
