// Loaded into the programs that tests start (`node --import`): when the test has ended, in whatever way, they end too.
import { fstatSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

// The parent holds the other end. Programs that this one starts have no such input, and end with it by other means.
if (isMainThread && fstatSync(0).isSocket()) {
  process.stdin.on('close', () => process.kill(process.pid, 'SIGKILL')).resume()
  process.stdin.unref()
}
