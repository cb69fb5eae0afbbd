import { rmSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchRow } from './archive'
import { fetchRaw } from './fetch-raw'
import { FLOODS, type Flood, get } from './hostile-floods'
import { quantile } from './page-times'
import { cpuSeconds, type Program, startBroadsheet, temporaryFolder } from './programs'

const CACHED = '/articles/why-did-japan-skip-the-nato-summit'
const ROUNDS = 3
/** A reader who asked again at once would add to the load. */
const PAUSE_MS = 5
/** The server counts as idle once it has used no processor time for this long. */
const REST_MS = 300

/** What floods cost the server, and how they affect a reader of a cached page, in turns with no flood. */
export async function benchHostile(): Promise<BenchRow[]> {
  const folder = temporaryFolder()
  const program = await startBroadsheet(path.join(folder, 'data'), { oneCore: true })
  try {
    await fetchRaw(program.url + CACHED, 'br')
    const rows: BenchRow[] = []
    for (const flood of FLOODS) rows.push(await measure(program, flood))
    return rows
  } finally {
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(program: Program, flood: Flood): Promise<BenchRow> {
  // The first flood makes Node compile the server's code.
  await flood.send(program.url, 0)
  const processor: number[] = []
  const alone: number[] = []
  const beside: number[] = []
  for (let round = 1; round <= ROUNDS; round++) {
    await rest(program)
    const before = cpuSeconds(program.pid) ?? 0
    await flood.send(program.url, round)
    await rest(program)
    processor.push((cpuSeconds(program.pid) ?? 0) - before)
    const began = performance.now()
    beside.push(...(await readDuring(program, flood.send(program.url, ROUNDS + round))))
    const lasted = performance.now() - began
    await rest(program)
    alone.push(...(await readDuring(program, sleep(lasted))))
  }
  const used = quantile(sorted(processor), 0.5)
  const [quiet, loaded] = [alone, beside].map((times) => quantile(sorted(times), 0.95))
  const slower = ((loaded ?? 0) / (quiet ?? 1)).toFixed(1)
  const each = ((used * 1000) / flood.requests).toFixed(2)
  return {
    what: `${flood.requests} × ${flood.name}`,
    measured: `${used.toFixed(2)} s of the processor, ${each} ms each; cached page meanwhile p95 ${shown(loaded)}, alone ${shown(quiet)} (${slower}×)`,
    goal: flood.goal,
  }
}

const shown = (ms = 0) => `${ms.toFixed(1)} ms`
const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b)

/** How many milliseconds a cached page takes, requested repeatedly until `work` is done. */
async function readDuring(program: Program, work: Promise<void>): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const times: number[] = []
  let isDone = false
  const done = work.finally(() => {
    isDone = true
  })
  while (!isDone) {
    const began = performance.now()
    await get(program.url + CACHED, agent)
    times.push(performance.now() - began)
    await sleep(PAUSE_MS)
  }
  await done
  agent.destroy()
  return times
}

async function rest({ pid }: Program): Promise<void> {
  for (let before = -1; ; ) {
    const used = cpuSeconds(pid) ?? 0
    if (used === before) return
    before = used
    await sleep(REST_MS)
  }
}
