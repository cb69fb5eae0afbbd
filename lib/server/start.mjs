// The server. JavaScript, because it is what makes the server's TypeScript run.
import { bundleServer } from './bundle.mjs'

await import(await bundleServer())
