import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Statements } from '@/lib/archive/rows'
import type { GitBlobs } from './git-blobs'
import { publishedVersions } from './published-versions'
import { recordedVersions } from './read-versions'
import { readMeta, storeMeta } from './store-database'
import { factsText } from './stored-facts'
import { VersionReader } from './version-facts'

export type FactsOptions = {
  rows: Statements
  blobs: GitBlobs
  timeZone: string
  now: () => Date
  signal: AbortSignal
  onStored: (slugs: ReadonlySet<string>) => void
}

/** Files to a transaction; their versions are in memory at once. */
const BATCH = 50

/** The last moment that a Date can hold: updates to come are stored too, and shown when their time has come. */
const EVER = new Date(8_640_000_000_000_000)

const pending = z.object({ file: z.number(), slug: z.string() })
const unread = z.object({ file: z.number(), pos: z.number(), path: z.string(), blob: z.string() })

/** Half of a SHA-1: it tells the versions of one file apart, nothing more. */
export const hashWords = (words: string) =>
  createHash('sha1').update(words).digest('base64url').slice(0, 14)

/** Reads the versions of every file that has several and finds where words changed after its publication. */
export async function storeFacts(options: FactsOptions): Promise<void> {
  const { rows, timeZone, signal, onStored } = options
  if (readMeta(rows, 'timeZone') !== timeZone) forgetFacts(rows, timeZone)
  while (!signal.aborted) {
    const files = rows.all(
      pending,
      'SELECT file, slug FROM pending JOIN files ON id = file ORDER BY file LIMIT :limit',
      { limit: BATCH },
    )
    if (files.length === 0) return
    await storeBatch(options, files)
    onStored(new Set(files.map(({ slug }) => slug)))
  }
}

/** Dates without an offset are in the site's zone: in another one, articles were published at another time. */
function forgetFacts(rows: Statements, timeZone: string): void {
  rows.transaction(() => {
    rows.run('UPDATE versions SET facts = NULL WHERE facts IS NOT NULL')
    rows.run(`INSERT OR IGNORE INTO pending (file)
      SELECT file FROM versions GROUP BY file HAVING count(*) > 1`)
    storeMeta(rows, 'timeZone', timeZone)
  })
}

async function storeBatch(
  { rows, blobs, timeZone, now }: FactsOptions,
  files: readonly { file: number }[],
): Promise<void> {
  const missing = files.flatMap(({ file }) =>
    rows.all(
      unread,
      `SELECT file, pos, path, blob FROM versions
       WHERE file = :file AND facts IS NULL AND blob IS NOT NULL ORDER BY pos`,
      { file },
    ),
  )
  const contents = await Promise.all(missing.map(({ blob }) => blobs.read(blob)))
  const reader = new VersionReader({ timeZone, hash: hashWords })
  rows.transaction(() => {
    for (const [index, { file, pos, path }] of missing.entries()) {
      const bytes = contents[index]
      const facts = factsText(bytes ? reader.facts(path, bytes) : { state: 'unusable' })
      rows.run(STORE_FACTS, { file, pos, facts })
    }
    for (const { file } of files) {
      storeUpdates(rows, file, now())
      rows.run('DELETE FROM pending WHERE file = :file', { file })
    }
  })
}

const STORE_FACTS = 'UPDATE versions SET facts = :facts WHERE file = :file AND pos = :pos'

function storeUpdates(rows: Statements, file: number, now: Date): void {
  rows.run('DELETE FROM updates WHERE file = :file', { file })
  const versions = recordedVersions(rows, [file]).flatMap(({ facts, ...version }) =>
    facts === undefined ? [] : [{ ...version, facts }],
  )
  const published = publishedVersions(versions, { now, until: EVER, isWithheld: () => false })
  for (const { commit, since, changed } of published.slice(1)) {
    const pos = versions.find((version) => version.commit === commit)?.pos
    if (!changed || pos === undefined) continue
    rows.run('INSERT OR REPLACE INTO updates (time, file, pos) VALUES (:time, :file, :pos)', {
      time: since.at.getTime(),
      file,
      pos,
    })
  }
}
