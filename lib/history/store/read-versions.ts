import * as z from 'zod'
import type { Statements } from '@/lib/archive/statements'
import type { RecordedVersion } from '../published-versions'
import { factsColumn } from './stored-facts'

/** A version as it is stored; `facts` are undefined until it has been read. */
export type StoredVersion = Omit<RecordedVersion, 'facts'> & {
  facts: RecordedVersion['facts'] | undefined
  pos: number
  path: string
  blob: string | undefined
}

const row = z.object({
  pos: z.number(),
  path: z.string(),
  blob: z.string().nullable(),
  facts: factsColumn.nullable(),
  hash: z.string(),
  time: z.number(),
  subject: z.string(),
})
const file = z.object({ id: z.number() })

/**
 * The recorded versions of files that are one article, oldest first. When a commit replaced one file by another, the old
 * file's end comes first.
 */
export function recordedVersions(rows: Statements, files: readonly number[]): StoredVersion[] {
  const versions = files.flatMap((each) => rows.all(row, VERSIONS, { file: each }))
  return versions
    .sort((a, b) => a.pos - b.pos || Number(a.blob !== null) - Number(b.blob !== null))
    .map(({ hash, time, blob, facts, ...version }) => ({
      ...version,
      commit: hash,
      at: new Date(time * 1_000),
      blob: blob ?? undefined,
      facts: blob === null ? { state: 'removed' } : (facts ?? undefined),
    }))
}

const VERSIONS = `SELECT v.pos, v.path, v.blob, v.facts, c.hash, c.time, c.subject
  FROM versions v JOIN commits c ON c.pos = v.pos WHERE v.file = :file`

/** The file at a path below the content folder, and former files with the slugs of the article's aliases. */
export function findFiles(
  rows: Statements,
  path: string,
  earlierSlugs: readonly string[],
): number[] {
  const current = rows.all(file, 'SELECT id FROM files WHERE path = :path', {
    path: path.normalize('NFC'),
  })
  const earlier = earlierSlugs.flatMap((slug) =>
    rows.all(file, 'SELECT id FROM files WHERE path IS NULL AND slug = :slug', { slug }),
  )
  return current.length === 0 ? [] : [...current, ...earlier].map(({ id }) => id)
}
