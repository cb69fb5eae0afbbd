import { fileURLToPath } from 'node:url'
import { startProgram } from './start-program'

const WRITER = fileURLToPath(new URL('../unit/comments/store/writer-process.ts', import.meta.url))
/** Comments posted again after each kill: the last acknowledged ones, and those that never got an answer. */
const AGAIN = 12

/** A process that posts comments, several at a time, until it is killed. See writer-process.ts. */
export const startWriter = (where: string, from: number, { perSecond = 0, last = 0 } = {}) =>
  startProgram(WRITER, [where, `${from}`, `${perSecond}`, `${last}`])

/**
 * Lets a process post comments until it has acknowledged `after` of them. Then it is killed (SIGKILL) at whatever point it
 * has reached, or kills itself between a commit and its answer.
 */
async function runAndKill(
  where: string,
  from: number,
  after: number,
  isBeforeAnswer: boolean,
): Promise<number[]> {
  const child = await startWriter(where, from, isBeforeAnswer ? { last: after } : {})
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (!isBeforeAnswer && said.split('\n').length > after) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`The writer ended by itself with ${code}`))
      else resolve(said.split('\n').slice(0, -1).map(Number))
    })
  })
}

/**
 * Kills a process that posts comments again and again; each new one starts with what the last one may not have got an
 * answer to. Returns the numbers of all acknowledged comments.
 */
export async function killWriters(where: string, kills: number): Promise<Set<number>> {
  const acknowledged = new Set<number>()
  for (let kill = 0; kill < kills; kill++) {
    const from = Math.max(0, ...[...acknowledged].slice(-AGAIN)) - AGAIN
    // Not always at the same place in the log.
    const after = 5 + ((kill * 7) % 23)
    const numbers = await runAndKill(where, Math.max(0, from), after, kill % 2 === 1)
    for (const number of numbers) acknowledged.add(number)
  }
  return acknowledged
}
