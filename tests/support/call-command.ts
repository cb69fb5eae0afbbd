import { Readable } from 'node:stream'
import { type Command, callCommand as call } from '@/lib/commands/run-command'
import { parseEnv } from '@/lib/site/env'

type Given = {
  argv?: string[]
  env?: Record<string, string>
  cwd?: string
  /** What somebody types at a terminal. */
  typed?: string
}

function writable() {
  const parts: string[] = []
  return { write: (text: string) => void parts.push(text), text: () => parts.join('') }
}

/** Calls a command in this process, and returns how it ended and what it wrote. */
export async function callCommand(
  command: Command,
  { argv = [], env = {}, cwd = '.', typed }: Given,
) {
  const [stdout, stderr] = [writable(), writable()]
  const stdin =
    typed === undefined ? {} : { stdin: Object.assign(Readable.from([typed]), { isTTY: true }) }
  const surroundings = { ...stdin, stdout, stderr, cwd, env: () => parseEnv(env) }
  const code = await call(command, argv, surroundings)
  return { code, stdout: stdout.text(), stderr: stderr.text() }
}
