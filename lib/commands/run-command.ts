import { Refusal } from '@/lib/comments/commands/backup-manifest'
import { StartError } from '@/lib/server/start-error'
import { outliveReaders } from '@/lib/site/outlive-readers'

/** Runs a command; what it refuses to do ends it with the reason alone. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  outliveReaders()
  try {
    await main()
  } catch (error) {
    if (!isRefusal(error)) throw error
    complain(error.message)
    process.exitCode = 1
  }
}

const isRefusal = (error: unknown): error is Error =>
  error instanceof Refusal || error instanceof StartError || isWrongArgument(error)

/** As parseArgs throws it. */
const isWrongArgument = (error: unknown) =>
  error instanceof TypeError && 'code' in error && /^ERR_PARSE_ARGS/.test(String(error.code))

export const say = (line: string) => process.stdout.write(`${line}\n`)
export const complain = (line: string) => process.stderr.write(`${line}\n`)
