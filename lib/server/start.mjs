// `npm start`. This is JavaScript because it makes the server's TypeScript run.
import { bundleServer } from './bundle.mjs'

await import(await bundleServer())
