import { channel } from 'node:diagnostics_channel'

/**
 * What a page read, and what changed, told over `node:diagnostics_channel`. The channel is one per process
 * however often this module is instantiated (Next's bundle and the tsx-run server share no module state), so
 * the front can collect the tags of the page it is rendering, whoever reads on its behalf.
 */
export type ReadReport = {
  tags?: readonly string[]
  validUntil?: Date
  status?: 404 | 410
  isPrivate?: boolean
}

const reads = channel('broadsheet:read')
const changes = channel('broadsheet:change')

/** Says that the page being rendered shows these tags. Must not sit inside a memoised function. */
export function reportTags(...tags: string[]): void {
  reads.publish({ tags } satisfies ReadReport)
}

/** Says that the page being rendered is right until then, and no longer. */
export function reportValidUntil(validUntil: Date): void {
  reads.publish({ validUntil } satisfies ReadReport)
}

/**
 * Says that the page being rendered answers with this status instead of 200: a withdrawn article is a whole page
 * (410) that says why. Next itself can only say 404, and does it with a document that needs script.
 */
export function reportStatus(status: 404 | 410): void {
  reads.publish({ status } satisfies ReadReport)
}

/** Says that the page being rendered is for one reader (a preview) and must not be kept for others. */
export function reportPrivate(): void {
  reads.publish({ isPrivate: true } satisfies ReadReport)
}

/** Says again, for the page being rendered, what was read for something that was kept or that another thread found. */
export function repeatReports(reports: readonly ReadReport[]): void {
  for (const report of reports) reads.publish(report)
}

/** Does `work`, and gives back with its result what was said meanwhile of what it read. */
export function withReports<T>(work: () => T): { result: T; reports: ReadReport[] } {
  const reports: ReadReport[] = []
  const stop = onRead((report) => reports.push(report))
  try {
    return { result: work(), reports }
  } finally {
    stop()
  }
}

/** Says that whatever shows these tags is out of date. */
export function announceChange(tags: readonly string[]): void {
  changes.publish(tags)
}

/** Calls back for each report on the current asynchronous context. Returns the way to stop. */
export function onRead(listener: (report: ReadReport) => void): () => void {
  const handle = (message: unknown) => listener(message as ReadReport)
  reads.subscribe(handle)
  return () => reads.unsubscribe(handle)
}

/** Calls back with the tags of each change. Returns the way to stop. */
export function onChange(listener: (tags: readonly string[]) => void): () => void {
  const handle = (message: unknown) => listener(message as readonly string[])
  changes.subscribe(handle)
  return () => changes.unsubscribe(handle)
}
