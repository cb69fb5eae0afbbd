// `npm start`. JavaScript without a shell's help, so that it is the same in Windows' shell as in any other.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { environment, flags } from './node-settings.mjs'

const program = fileURLToPath(new URL('start.mjs', import.meta.url))
const args = [...flags, program, ...process.argv.slice(2)]
const env = { ...environment, ...process.env }

// Node 22.15 can put the server in the place of this process; an older one, and Windows, keep it beside the server.
if (process.execve !== undefined && process.platform !== 'win32') {
  process.execve(process.execPath, [process.execPath, ...args], env)
}

// Through the channel the server hears when this process is gone, whatever ended it.
const server = spawn(process.execPath, args, {
  env,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  process.on(signal, () => {
    // Windows sends a Ctrl+C to both, and knows no other way to pass it on than to end the server at once.
    if (process.platform !== 'win32') server.kill(signal)
  })
}
server.on('exit', (code, signal) => {
  if (signal !== null) {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  } else process.exit(code)
})
