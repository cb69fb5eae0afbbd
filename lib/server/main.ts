import { env, setMode } from '@/lib/site/env'
import { outliveReaders } from '@/lib/site/outlive-readers'
import { StartError } from './start-error'

/** `npm start`, and `npm run dev` with `--dev`. */
async function main(): Promise<void> {
  // Otherwise a failed write would reach Next's exception handler, which writes to the same place.
  outliveReaders(() => true)
  const dev = process.argv.includes('--dev')
  setMode(dev ? 'development' : 'production')
  const settings = readSettings()
  // Loads Next, and with it React, which read the mode as they load. A wrong setting is reported before.
  const { runServer } = await import('./run-server')
  await runServer(settings, dev)
}

function readSettings() {
  try {
    return env()
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

main().catch((error: unknown) => {
  const known = error instanceof StartError
  process.stderr.write(
    known ? `${error.message}\n` : `${String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
