import * as z from 'zod'

/** What an earlier run wrote: the file of a text or picture, and the hash of its bytes. */
export type Written = { id: string; path: string; hash: string }

const line = z.strictObject({ id: z.string(), path: z.string(), hash: z.string() })

/** One JSON object a line; the last one about an id counts. A line that a crash cut short is left out. */
export function parseManifest(text: string): Map<string, Written> {
  const written = new Map<string, Written>()
  for (const each of text.split('\n')) {
    const parsed = line.safeParse(parseJson(each))
    if (parsed.success) written.set(parsed.data.id, parsed.data)
  }
  return written
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const manifestLine = (written: Written): string => `${JSON.stringify(written)}\n`

export const formatManifest = (written: ReadonlyMap<string, Written>): string =>
  [...written.values()]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(manifestLine)
    .join('')

export type Fate = 'new' | 'updated' | 'unchanged' | 'edited' | 'deleted' | 'foreign'

/**
 * What to do with a file: an editor's changes since the last run stay, and a file that an editor deleted or renamed isn't
 * made again.
 *
 * @param now hash of the file on disk; undefined if there is none
 * @param wanted hash of what this run would write
 */
export function fateOf(before: Written | undefined, now: string | undefined, wanted: string): Fate {
  if (before === undefined) {
    if (now === undefined) return 'new'
    // A run that was stopped between writing the file and noting it.
    return now === wanted ? 'unchanged' : 'foreign'
  }
  if (now === undefined) return 'deleted'
  if (now === wanted) return 'unchanged'
  return now === before.hash ? 'updated' : 'edited'
}
