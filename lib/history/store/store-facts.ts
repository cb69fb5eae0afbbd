import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Statements } from '@/lib/archive/statements'
import type { GitBlobs } from '@/lib/git/blobs'
import type { SiteDefaults } from '@/lib/site/site'
import { publishedVersions } from '../published-versions'
import { VersionReader } from '../version-facts'
import { readPending } from './read-pending'
import { recordedVersions } from './read-versions'
import { readMeta, storeMeta } from './store-database'
import { factsText } from './stored-facts'

export type FactsOptions = {
  rows: Statements
  blobs: GitBlobs
  site: SiteDefaults
  now: () => Date
  signal: AbortSignal
  onStored: (slugs: ReadonlySet<string>) => void
}

/** Files in one transaction. */
const BATCH = 200

/** Versions requested from git at once: this many are in memory, and as many again on their way. */
const SLICE = 32

/** The latest time that a Date can hold: future updates are stored too, and shown once their time has come. */
const EVER = new Date(8_640_000_000_000_000)

const unread = z.object({ file: z.number(), pos: z.number(), path: z.string(), blob: z.string() })

/** Half of a SHA-1, which is enough to tell the versions of one file apart. */
export const hashWords = (words: string) =>
  createHash('sha1').update(words).digest('base64url').slice(0, 14)

/** Reads the versions of every file that has several, and finds where words changed since publication. */
export async function storeFacts(options: FactsOptions): Promise<void> {
  const { rows, signal, onStored } = options
  const { timeZone } = options.site
  if (readMeta(rows, 'timeZone') !== timeZone) forgetFacts(rows, timeZone)
  for (const files of readPending(rows, BATCH)) {
    if (signal.aborted) return
    await storeBatch(options, files)
    onStored(new Set(files.map(({ slug }) => slug)))
  }
}

/** Dates without an offset are in the site's zone, so in another zone articles were published at other times. */
function forgetFacts(rows: Statements, timeZone: string): void {
  rows.transaction(() => {
    rows.run('UPDATE versions SET facts = NULL WHERE facts IS NOT NULL')
    rows.run(`INSERT OR IGNORE INTO pending (file)
      SELECT file FROM versions GROUP BY file HAVING count(*) > 1`)
    storeMeta(rows, 'timeZone', timeZone)
  })
}

async function storeBatch(options: FactsOptions, files: readonly { file: number }[]) {
  const { rows, now } = options
  const missing = files.flatMap(({ file }) =>
    rows.all(
      unread,
      `SELECT file, pos, path, blob FROM versions
       WHERE file = :file AND facts IS NULL AND blob IS NOT NULL ORDER BY pos`,
      { file },
    ),
  )
  const facts = await readFacts(options, missing)
  rows.transaction(() => {
    for (const [index, { file, pos }] of missing.entries()) {
      rows.run(STORE_FACTS, { file, pos, facts: facts[index] ?? null })
    }
    for (const { file } of files) {
      storeUpdates(rows, file, now())
      rows.run('DELETE FROM pending WHERE file = :file', { file })
    }
  })
}

/** Git fetches the next versions while these are being parsed. */
async function readFacts(
  { blobs, site }: FactsOptions,
  versions: readonly { path: string; blob: string }[],
): Promise<string[]> {
  const reader = new VersionReader({ site, hash: hashWords })
  const facts: string[] = []
  const ask = (from: number) => {
    const asked = versions.slice(from, from + SLICE).map(({ blob }) => blobs.read(blob))
    const contents = Promise.all(asked)
    // A caller that no longer waits for this has already failed.
    contents.catch(() => undefined)
    return contents
  }
  let coming = ask(0)
  for (let from = 0; from < versions.length; from += SLICE) {
    const contents = await coming
    coming = ask(from + SLICE)
    for (const [index, bytes] of contents.entries()) {
      const path = versions[from + index]?.path ?? ''
      facts.push(factsText(bytes ? reader.facts(path, bytes) : { state: 'unusable' }))
    }
  }
  return facts
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
