import { service, signal } from './registry'

/** What a page read: the front collects these for the page that it is rendering. */
export type ReadReport = {
  tags?: readonly string[]
  validUntil?: Date
  status?: 404 | 410 | 503
  isPrivate?: boolean
}

const reads = signal<ReadReport>('read')
const changes = signal<readonly string[]>('change')

/** Reports that the page being rendered shows these cache tags. Don't call it inside a memoised function. */
export function reportCacheTags(...tags: string[]): void {
  reads.tell({ tags })
}

/** Reports that the page being rendered is right only until then. */
export function reportValidUntil(validUntil: Date): void {
  reads.tell({ validUntil })
}

/**
 * Reports that the page being rendered must answer with this status, not 200: a withdrawn article is a full page (410) that
 * says why. Next itself can only answer 404, with a document that needs script.
 */
export function reportStatus(status: 404 | 410): void {
  reads.tell({ status })
}

/**
 * Reports that the page being rendered is incomplete because too many requests came at once: a 503 that no cache keeps,
 * with a time to try again.
 */
export function reportBusy(): void {
  reads.tell({ status: 503, isPrivate: true })
}

/** Reports that the page being rendered is for one reader (a preview) and must not be cached for others. */
export function reportPrivate(): void {
  reads.tell({ isPrivate: true })
}

/** Repeats, for the page being rendered, the reports of something that was cached or that another thread found. */
export function repeatReports(reports: readonly ReadReport[]): void {
  for (const report of reports) reads.tell(report)
}

/** Runs `work` and returns its result, with the reports made meanwhile. */
export function withReports<T>(work: () => T): { result: T; reports: ReadReport[] } {
  const reports: ReadReport[] = []
  const stop = onRead((report) => reports.push(report))
  try {
    return { result: work(), reports }
  } finally {
    stop()
  }
}

/** The address of the page being rendered, with its query: the frame around all pages marks the current link. */
export const askAddress = service<undefined, string | undefined>('rendered-address')

/** Announces that every page with one of these cache tags is out of date. */
export const announceChange = changes.tell

/** Calls back for each report in the current asynchronous context. Returns a function that stops it. */
export const onRead = reads.listen

/** Calls back with the cache tags of each change. Returns a function that stops it. */
export const onChange = changes.listen
