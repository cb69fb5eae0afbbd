import { ensureBuild } from '@/lib/server/build/build'
import { setMode } from '@/lib/site/env'
import { outliveReaders } from '@/lib/site/outlive-readers'

/** `npm run build`: what `npm start` does by itself when the sources have changed. */
outliveReaders()
setMode('production')
await ensureBuild(process.cwd(), (line) => process.stdout.write(`${line}\n`))
