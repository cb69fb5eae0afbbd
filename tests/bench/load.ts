import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { cpuSeconds, isInstalled, LOAD_CORE, onCore, type Program } from './programs'

const run = promisify(execFile)

const CONNECTIONS = 32
const SECONDS = 5
const CODING = 'br, gzip'

export type Load = {
  /** Requests per second of wall clock. */
  perSecond: number
  /** Requests per second of the server's own processor time: other programs on the machine distort it less. */
  perCpuSecond: number | undefined
}

/** The better of two runs after one to warm up. */
export async function measureLoad(program: Program, target: string): Promise<Load> {
  await once(program, target)
  const runs = [await once(program, target), await once(program, target)]
  return runs.reduce((best, one) => (one.perSecond > best.perSecond ? one : best))
}

async function once(program: Program, target: string): Promise<Load> {
  const before = cpuSeconds(program.pid)
  const requests = await fire(program.url + target)
  const after = cpuSeconds(program.pid)
  const used = before === undefined || after === undefined ? undefined : after - before
  return {
    perSecond: Math.round(requests / SECONDS),
    perCpuSecond: used === undefined ? undefined : Math.round(requests / used),
  }
}

async function fire(address: string): Promise<number> {
  if (!isInstalled('wrk')) {
    const headers = { 'accept-encoding': CODING }
    const result = await autocannon({
      url: address,
      connections: CONNECTIONS,
      duration: SECONDS,
      headers,
    })
    return result.requests.total
  }
  const options = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', `Accept-Encoding: ${CODING}`]
  const [name = '', ...args] = onCore(LOAD_CORE, ['wrk', ...options, address])
  const { stdout } = await run(name, args)
  return Number(/(\d+) requests in/.exec(stdout)?.[1] ?? 0)
}
