// A thread doesn't inherit tsx's loader on Node 20, so the file it starts with is JavaScript.
import { register } from 'tsx/esm/api'

register()
await import('./sqlite-thread.ts')
