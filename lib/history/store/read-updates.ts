import * as z from 'zod'
import type { Statements } from '@/lib/archive/statements'
import type { Site } from '@/lib/site/site'
import { type PublishedVersion, publishedVersions } from '../published-versions'
import { isWithheldBy } from '../withheld'
import { recordedVersions } from './read-versions'

/** A change of words, identified by its file and its commit's position on the line. */
export type Update = { time: number; file: number; pos: number }

const update = z.object({ time: z.number(), file: z.number(), pos: z.number() })
const affected = z.object({ file: z.number() })
const count = z.object({ count: z.number() })

type Place = { now: Date; site: Pick<Site, 'history'> }

/** The newest changes of words in existing articles, newest first, and their number, counted up to `most`. */
export function readUpdates(
  rows: Statements,
  { limit, most }: { limit: number; most: number },
  { now, site }: Place,
): { updates: Update[]; total: number } {
  const withheld = withheldFiles(rows, site)
  const values = { now: now.getTime(), files: JSON.stringify(withheld) }
  const stored = rows.all(
    update,
    `${STORED} ORDER BY u.time DESC, u.file DESC, u.pos DESC LIMIT :limit`,
    {
      ...values,
      limit,
    },
  )
  const counted = `SELECT count(*) AS count FROM (${STORED} LIMIT :most)`
  const total = rows.one(count, counted, { ...values, most })?.count ?? 0
  const others = withheld.flatMap((file) => updatesOf(rows, file, { now, site }))
  const updates = [...stored, ...others].sort((a, b) => b.time - a.time)
  return { updates: updates.slice(0, limit), total: total + others.length }
}

const STORED = `SELECT u.time, u.file, u.pos FROM updates u JOIN files f ON f.id = u.file
  WHERE u.time <= :now AND f.path IS NOT NULL AND u.file NOT IN (SELECT value FROM json_each(:files))`

/**
 * What counts as a change depends on which versions are withheld, so files with withheld versions are compared one by one.
 */
export function withheldFiles(rows: Statements, { history }: Pick<Site, 'history'>): number[] {
  return [...new Set((history?.withhold ?? []).flatMap((start) => filesOf(rows, start)))]
}

/** 'g' sorts after every digit that may follow in a commit's name. */
function filesOf(rows: Statements, commit: string): number[] {
  return rows
    .all(
      affected,
      `SELECT DISTINCT file FROM versions WHERE pos IN (
         SELECT pos FROM commits WHERE hash >= :commit AND hash < :commit || 'g')`,
      { commit },
    )
    .map(({ file }) => file)
}

function updatesOf(rows: Statements, file: number, place: Place): Update[] {
  return changesOf(rows, file, place).map(({ pos, version }) => ({
    time: version.since.at.getTime(),
    file,
    pos,
  }))
}

/** Every change of words in one file since its publication. */
export function changesOf(
  rows: Statements,
  file: number,
  { now, site }: Place,
): { pos: number; version: PublishedVersion }[] {
  const recorded = recordedVersions(rows, [file]).flatMap(({ facts, ...version }) =>
    facts === undefined ? [] : [{ ...version, facts }],
  )
  const isWithheld = isWithheldBy(site)
  return publishedVersions(recorded, { now, isWithheld })
    .slice(1)
    .filter(({ changed }) => changed)
    .flatMap((version) => {
      const pos = recorded.find(({ commit }) => commit === version.commit)?.pos
      return pos === undefined ? [] : [{ pos, version }]
    })
}
