// `npm start`. JavaScript, because it is what makes the server's TypeScript run.
import { setFlagsFromString } from 'node:v8'
import { bundleServer } from './bundle.mjs'

// What the command says of the young generation is for this thread, which has its own by now. Said to V8 it would hold
// for every thread that is started from here on as well, whatever limit that one is given (see SMALL_HEAP).
setFlagsFromString('--max-semi-space-size=0')

await import(await bundleServer())
