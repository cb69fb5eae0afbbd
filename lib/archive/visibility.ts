/** Means "never expires": the latest time that a Date can hold. */
export const NEVER = 8_640_000_000_000_000

/** What decides whether readers see an article. `listed` is false for a draft and for a withdrawn one. */
export type Timing = { due: number; expires: number; listed: boolean }

/**
 * The one gate of visibility: readers see an article from the time it is due until it expires, unless it is a draft or
 * withdrawn. (A file with an error never reaches the archive.) `seen` is the same rule for queries.
 */
export function isVisible(timing: Timing, now: Date): boolean {
  return timing.listed && isInTime(timing, now)
}

/** Whether an article is due and has not expired, listed or not. */
export function isInTime(timing: Omit<Timing, 'listed'>, now: Date): boolean {
  return timing.due <= now.getTime() && timing.expires > now.getTime()
}

/** The gate as SQL, for a row of `articles` (or of `entries`, which holds listed articles only). Binds `:now`. */
export const seen = {
  articles: (alias: string) => `${alias}.listed = 1 AND ${inTime(alias)}`,
  /** A story in several languages stands once in each list: its other entries expire when that one falls due. */
  entries: (alias: string) => inTime(alias),
  /** Due and not expired: enough for a withdrawn article, whose page says that it was withdrawn. */
  inTime: (alias: string) => inTime(alias),
}

const inTime = (alias: string) => `${alias}.due <= :now AND ${alias}.expires > :now`

/** The reverse of the gate: the few articles that readers don't see, by three indexes. */
export const HIDDEN = `SELECT id FROM articles WHERE listed = 0
  UNION ALL SELECT id FROM articles WHERE due > :now
  UNION ALL SELECT id FROM articles WHERE expires < ${NEVER} AND expires <= :now`
