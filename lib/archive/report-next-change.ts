import { reportValidUntil } from '@/lib/running/report'
import { NEVER } from './visibility'

/** Reports when an article that was just read falls due or expires, if that lies ahead. */
export function reportNextChange(timing: { due: number; expires: number }, now: Date): void {
  const turn = nextChange(timing, now)
  if (turn !== undefined) reportValidUntil(turn)
}

/** The next moment at which the gate of visibility may decide otherwise for this article. */
export function nextChange(timing: { due: number; expires: number }, now: Date): Date | undefined {
  if (timing.expires <= now.getTime()) return undefined
  if (timing.due > now.getTime()) return new Date(timing.due)
  return timing.expires < NEVER ? new Date(timing.expires) : undefined
}
