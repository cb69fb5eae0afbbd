import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { StartError } from '@/lib/server/start-error'
import { type Env, env } from '@/lib/site/env'
import { outliveReaders } from '@/lib/site/outlive-readers'
import { Refusal } from '@/lib/site/refusal'

type Output = { write(text: string): unknown; isTTY?: boolean }

/** What a command receives from its process, or from a test that calls it. */
export type Surroundings = {
  /** Absent where nobody can answer a question. */
  stdin?: NodeJS.ReadableStream & { isTTY?: boolean }
  stdout: Output
  stderr: Output
  cwd: string
  env(): Env
}

/** Receives the arguments after the command's name, and returns an exit code. */
export type Command = (argv: string[], surroundings: Surroundings) => number | Promise<number>

/** The exit code of a command that was called with wrong arguments. */
export const WRONG_USE = 2

export async function callCommand(
  command: Command,
  argv: string[],
  surroundings: Surroundings,
): Promise<number> {
  try {
    return await command(argv, surroundings)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof StartError || isUnknownOption(error)))
      throw error
    surroundings.stderr.write(`${error.message}\n`)
    if (error instanceof Refusal) return error.code
    return error instanceof StartError ? 1 : WRONG_USE
  }
}

/** The errors of `parseArgs`. */
const isUnknownOption = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code))

/** Runs the command if Node was started with its file, `import.meta.url`. */
export async function runCommand(url: string, command: Command): Promise<void> {
  const [, program, ...argv] = process.argv
  if (program === undefined || realpathSync(program) !== fileURLToPath(url)) return
  outliveReaders()
  const { stdin, stdout, stderr } = process
  const surroundings = { stdin, stdout, stderr, cwd: process.cwd(), env }
  process.exitCode = await callCommand(command, argv, surroundings)
}
