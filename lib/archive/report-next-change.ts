import { reportValidUntil } from '@/lib/running/report'
import { NEVER } from './visibility'

/** Reports when an article that was just read will fall due or expire, if that is still to come. */
export function reportNextChange(timing: { due: number; expires: number }, now: Date): void {
  const turn = nextChange(timing, now)
  if (turn !== undefined) reportValidUntil(turn)
}

/** The next time at which this article's visibility may change. */
export function nextChange(timing: { due: number; expires: number }, now: Date): Date | undefined {
  if (timing.expires <= now.getTime()) return undefined
  if (timing.due > now.getTime()) return new Date(timing.due)
  return timing.expires < NEVER ? new Date(timing.expires) : undefined
}
