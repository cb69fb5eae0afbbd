import { AsyncLocalStorage } from 'node:async_hooks'
import { askAddress, onRead } from '@/lib/running/report'

/** What a page showed while it was rendered, as the functions that it called reported it. */
export type Reads = {
  tags: ReadonlySet<string>
  validUntil: Date | undefined
  status: number | undefined
  /** The page is for one reader only (a preview, a form with errors). */
  isPrivate: boolean
}

type Collecting = { -readonly [K in keyof Reads]: Reads[K] } & {
  tags: Set<string>
  address: string | undefined
}

const rendering = new AsyncLocalStorage<Collecting>()

askAddress.serve(() => rendering.getStore()?.address)

onRead((report) => {
  const reads = rendering.getStore()
  if (reads === undefined) return
  for (const tag of report.tags ?? []) reads.tags.add(tag)
  reads.validUntil = sooner(reads.validUntil, report.validUntil)
  reads.status = report.status ?? reads.status
  reads.isPrivate ||= report.isPrivate === true
})

/** The earlier of two times; undefined means for ever. */
export const sooner = (a: Date | undefined, b: Date | undefined): Date | undefined =>
  a !== undefined && (b === undefined || a < b) ? a : b

/** What this means for the page cache. */
export type Kept = { tags: ReadonlySet<string>; validUntil: Date | undefined; keep: boolean }

export const keptFrom = ({ tags, validUntil, isPrivate }: Reads): Kept => ({
  ...{ tags, validUntil, keep: !isPrivate },
})

/** Every page carries these: `site` for its name and navigation, `all` for everything at once. */
const ALWAYS = ['all', 'site']

/** Renders the page at an address and returns what it read, however many other renders run at the same time. */
export async function collectReads<T>(
  render: () => Promise<T>,
  address?: string,
): Promise<[T, Reads]> {
  const reads: Collecting = {
    tags: new Set(ALWAYS),
    validUntil: undefined,
    status: undefined,
    isPrivate: false,
    address,
  }
  const result = await rendering.run(reads, async () => await render())
  return [result, reads]
}
