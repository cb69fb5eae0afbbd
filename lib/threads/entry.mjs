// This is JavaScript because it makes TypeScript run: on some versions of Node a worker thread doesn't inherit the main
// thread's loader.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
