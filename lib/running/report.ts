import { service, signal } from './registry'

/** What a page read: the front collects it for the page that it is rendering. */
export type ReadReport = {
  tags?: readonly string[]
  validUntil?: Date
  status?: 404 | 410 | 503
  isPrivate?: boolean
}

const reads = signal<ReadReport>('read')
const changes = signal<readonly string[]>('change')

/** Says that the page being rendered shows these tags. Must not sit inside a memoised function. */
export function reportCacheTags(...tags: string[]): void {
  reads.tell({ tags })
}

/** Says that the page being rendered is right until then, and no longer. */
export function reportValidUntil(validUntil: Date): void {
  reads.tell({ validUntil })
}

/**
 * Says that the page being rendered answers with this status instead of 200: a withdrawn article is a whole page
 * (410) that says why. Next itself can only say 404, and does it with a document that needs script.
 */
export function reportStatus(status: 404 | 410): void {
  reads.tell({ status })
}

/** Says that the page being rendered lacks what too many ask for at once: a 503 that nobody keeps, with a time to come again. */
export function reportBusy(): void {
  reads.tell({ status: 503, isPrivate: true })
}

/** Says that the page being rendered is for one reader (a preview) and must not be kept for others. */
export function reportPrivate(): void {
  reads.tell({ isPrivate: true })
}

/** Says again, for the page being rendered, what was read for something that was kept or that another thread found. */
export function repeatReports(reports: readonly ReadReport[]): void {
  for (const report of reports) reads.tell(report)
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

/** The address of the page that is being rendered, with its query: the frame around all pages marks where it leads. */
export const askAddress = service<undefined, string | undefined>('rendered-address')

/** Says that every page with one of these cache tags is out of date. */
export const announceChange = changes.tell

/** Calls back for each report on the current asynchronous context. Returns the way to stop. */
export const onRead = reads.listen

/** Calls back with the cache tags of each change. Returns the way to stop. */
export const onChange = changes.listen
