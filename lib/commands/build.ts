import { ensureBuild } from '@/lib/server/build/build'
import { setMode } from '@/lib/site/env'

/** `npm run build`: what `npm start` does by itself when the sources have changed. */
setMode('production')
await ensureBuild(process.cwd(), (line) => process.stdout.write(`${line}\n`))
