import * as z from 'zod'
import { readTranslationPairs } from '@/lib/archive/read/translation-pairs'
import { type HistorySource, theHistory } from '../read-source'
import { readLastChanges } from './read-last-changes'

/** A translation, by its file, whose original has had other words since; and when that changed. */
export type LateTranslation = { path: string; original: string; since: Date }

/** The translations of which readers learn that they are behind their originals: by git, or else by the front matter. */
export function readLateTranslations(
  now: Date,
  source: HistorySource = theHistory(),
): LateTranslation[] {
  const pairs = readTranslationPairs(now, source.archive)
  const paths = pairs.flatMap(({ path, original }) => [path, original])
  if (paths.length === 0) return []
  const changes = readLastChanges(paths, now, source)
  const commits = readFirstCommits(paths, source)
  return pairs.flatMap(({ path, original, changed, originalChanged }) => {
    const since = changes.get(original) ?? originalChanged
    // A translation may be dated as its original, and come later.
    const own = [changes.get(path) ?? changed, commits.get(path) ?? changed]
    return own.every((at) => at < since) ? [{ path, original, since }] : []
  })
}

const first = z.object({ path: z.string(), time: z.number() })

function readFirstCommits(paths: readonly string[], source: HistorySource): Map<string, Date> {
  const state = source.read()
  if (state.state === 'unavailable') return new Map()
  const asked = JSON.stringify(paths.map((path) => path.normalize('NFC')))
  const rows = state.rows.all(first, FIRST, { paths: asked })
  const times = new Map(rows.map(({ path, time }) => [path, new Date(time * 1_000)]))
  return new Map(
    paths.flatMap((path) => {
      const time = times.get(path.normalize('NFC'))
      return time ? [[path, time] as const] : []
    }),
  )
}

/** In seconds. */
const FIRST = `SELECT f.path, min(c.time) AS time FROM json_each(:paths) asked
  JOIN files f ON f.path = asked.value JOIN versions v ON v.file = f.id JOIN commits c ON c.pos = v.pos
  GROUP BY f.path`
