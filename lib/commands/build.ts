import { setMode } from '@/lib/env'
import { outliveReaders } from '@/lib/outlive-readers'
import { ensureBuild } from '@/lib/server/build'

/** `npm run build`: what `npm start` does by itself when the sources have changed. */
outliveReaders()
setMode('production')
await ensureBuild(process.cwd(), (line) => process.stdout.write(`${line}\n`))
