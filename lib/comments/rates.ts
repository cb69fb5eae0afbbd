const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** At most so many in a time window, in milliseconds. Windows start at whole multiples of their length. */
export type Rate = { name: string; most: number; window: number }

/** The limits for one network: enough for a lively discussion, too little for a flood. */
export const ADDRESS_RATES: readonly Rate[] = [
  { name: 'ten-minutes', most: 5, window: 10 * MINUTE },
  { name: 'day', most: 50, window: 24 * HOUR },
]
/** The limit for all networks together: as many as one editor can look through, so that a botnet can't bury the queue. */
export const TOTAL_RATE: Rate = { name: 'total', most: 600, window: 10 * MINUTE }
/** Nobody mistypes a token more often than this; only wrong ones count, so that guessers can't lock an editor out. */
export const SIGN_IN_RATE: Rate = { name: 'sign-in', most: 10, window: 10 * MINUTE }
/** All addresses together. */
export const SIGN_IN_TOTAL_RATE: Rate = { name: 'sign-in-total', most: 100, window: 10 * MINUTE }

export type RateLimits = { address: readonly Rate[]; total: Rate }
export const RATE_LIMITS: RateLimits = { address: ADDRESS_RATES, total: TOTAL_RATE }

/** The start of the window that contains `now`, in milliseconds. */
export const windowStart = (rate: Rate, now: Date): number =>
  Math.floor(now.getTime() / rate.window) * rate.window

/** Whole seconds until the window ends, at least one: the value of Retry-After. */
export const retryAfter = (rate: Rate, now: Date): number =>
  Math.max(1, Math.ceil((windowStart(rate, now) + rate.window - now.getTime()) / 1000))
