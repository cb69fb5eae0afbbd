import * as z from 'zod'
import { readSite } from '@/lib/archive/read/pages'
import type { Statements } from '@/lib/archive/statements'
import { reportCacheTags } from '@/lib/running/report'
import type { Site } from '@/lib/site/site'
import { CORRECTIONS } from '../cache-tags'
import { type HistorySource, theHistory } from '../read-source'
import { changesOf, withheldFiles } from './read-updates'

type Place = { now: Date; site: Pick<Site, 'history'> }

const changed = z.object({ path: z.string(), time: z.number().nullable() })
const known = z.object({ id: z.number(), path: z.string() })

/**
 * When the words of the articles at these paths last changed since publication. Articles whose words never did, or for
 * which this isn't known, are left out. It takes many paths, since a sitemap asks for thousands.
 */
export function readLastChanges(
  paths: readonly string[],
  now: Date,
  source: HistorySource = theHistory(),
): Map<string, Date> {
  // Announced whenever anything is stored; one cache tag per article would mean thousands.
  reportCacheTags(CORRECTIONS)
  const state = source.read()
  if (state.state === 'unavailable') return new Map()
  const place = { now, site: readSite(source.archive) }
  const times = timesOf(state.rows, paths, place)
  return new Map(
    paths.flatMap((path) => {
      const time = times.get(path.normalize('NFC'))
      return time == null ? [] : [[path, new Date(time)] as const]
    }),
  )
}

function timesOf(rows: Statements, paths: readonly string[], { now, site }: Place) {
  const withheld = withheldFiles(rows, site)
  const asked = JSON.stringify(paths.map((path) => path.normalize('NFC')))
  const stored = rows.all(changed, STORED, {
    ...{ now: now.getTime(), paths: asked, files: JSON.stringify(withheld) },
  })
  const times = new Map(stored.map(({ path, time }) => [path, time]))
  for (const { id, path } of rows.all(known, WITHHELD, { files: JSON.stringify(withheld) })) {
    const last = changesOf(rows, id, { now, site }).at(-1)
    if (last) times.set(path, last.version.since.at.getTime())
  }
  return times
}

const STORED = `SELECT f.path,
    (SELECT max(u.time) FROM updates u WHERE u.file = f.id AND u.time <= :now) AS time
  FROM json_each(:paths) asked JOIN files f ON f.path = asked.value
  WHERE f.id NOT IN (SELECT value FROM json_each(:files))`

const WITHHELD = `SELECT id, path FROM files
  WHERE path IS NOT NULL AND id IN (SELECT value FROM json_each(:files))`
