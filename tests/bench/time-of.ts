/** Elapsed milliseconds, and those of processor time among them: on a busy machine the first are longer. */
export type Time = { wall: number; processor: number }

export function timeOf(what: () => unknown): Time {
  const begin = performance.now()
  const before = process.cpuUsage()
  what()
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - begin, processor: (user + system) / 1_000 }
}

/** The time within which this share of all runs stays, elapsed and of the processor. */
export function timeAt(times: readonly Time[], share: number): Time {
  const place = Math.min(Math.floor(times.length * share), times.length - 1)
  const at = (of: keyof Time) => times.map((time) => time[of]).sort((a, b) => a - b)[place] ?? 0
  return { wall: at('wall'), processor: at('processor') }
}

export const shown = ({ wall, processor }: Time) =>
  `${wall.toFixed(1)} ms (${processor.toFixed(1)} of the processor)`
