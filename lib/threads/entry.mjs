// JavaScript, because it is what makes TypeScript run: a worker thread doesn't get main's loader on every Node.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
