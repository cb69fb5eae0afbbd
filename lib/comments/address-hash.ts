import { keyedHash } from '@/lib/http/keyed-hash'

const DAY = 86_400_000

/** The UTC day whose key is in use, such as `2025-11-23`. */
export const keyDay = (now: Date): string => now.toISOString().slice(0, 10)

/**
 * The days whose keys are kept: today's and, so that a block or a rate outlives midnight, yesterday's. Older keys are
 * deleted, and with them the only way to trace a stored hash to an address.
 */
export const keptDays = (now: Date): [today: string, yesterday: string] => [
  keyDay(now),
  keyDay(new Date(now.getTime() - DAY)),
]

export const addressHash = (dayKey: string, network: string): string =>
  keyedHash(dayKey, 'address', network)
