import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { cpuSeconds, isInstalled, LOAD_CORE, onCore, type Program } from './programs'

const run = promisify(execFile)

const CONNECTIONS = 32
const SECONDS = 2
const ROUNDS = 7
/** The header that browsers send. */
const CODING = 'gzip, deflate, br, zstd'

export type Rival = { name: string; program: Program; address: string }
type Load = { perSecond: number; perCpuSecond: number }
export type Compared = Load & { name: string; ratio: number }

/**
 * Requests per second, and per second of the server's own processor time, which other load on the machine distorts less.
 * The rivals take turns; `ratio` is the median, over all rounds, of the first one's rate divided by this one's.
 */
export async function compareLoads(rivals: readonly Rival[]): Promise<Compared[]> {
  const rounds: Load[][] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const loads: Load[] = []
    for (const rival of rivals) loads.push(await once(rival))
    // The first round makes Node compile the servers' code.
    if (round > 0) rounds.push(loads)
  }
  return rivals.map(({ name }, i) => ({
    name,
    perSecond: Math.round(median(rounds.map((loads) => loads[i]?.perSecond ?? 0))),
    perCpuSecond: Math.round(median(rounds.map((loads) => loads[i]?.perCpuSecond ?? 0))),
    ratio: median(
      rounds.map((loads) => (loads[0]?.perCpuSecond ?? 0) / (loads[i]?.perCpuSecond ?? 1)),
    ),
  }))
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function once({ program, address }: Rival): Promise<Load> {
  const before = cpuSeconds(program.pid)
  const requests = await fire(program.url + address)
  const after = cpuSeconds(program.pid)
  // Without /proc, a second on one core counts as a second of processor time.
  const used = before === undefined || after === undefined ? SECONDS : after - before
  return { perSecond: requests / SECONDS, perCpuSecond: requests / used }
}

async function fire(address: string): Promise<number> {
  if (!isInstalled('wrk')) {
    const headers = { 'accept-encoding': CODING }
    const load = { url: address, connections: CONNECTIONS, duration: SECONDS, headers }
    return (await autocannon(load)).requests.total
  }
  const options = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', `Accept-Encoding: ${CODING}`]
  const [name = '', ...args] = onCore(LOAD_CORE, ['wrk', ...options, address])
  const { stdout } = await run(name, args)
  return Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0)
}
