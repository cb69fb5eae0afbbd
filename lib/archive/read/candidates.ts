import * as z from 'zod'
import { quoted } from '@/lib/language/quoted-term'
import { reportCacheTags } from '@/lib/running/report'
import { neighbourhoodTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { seen } from '../visibility'

export type Candidate = { id: number; slug: string; score: number }

/** A word in the headline says more about the subject than one in a tag or in the text. */
const COLUMN_WEIGHTS = '4.0, 2.0, 1.0'

const weighed = z.object({ id: z.number(), score: z.number() })
const visible = z.object({ id: z.number(), slug: z.string() })

/**
 * The visible articles with any of these terms (as `terms()` gives them), best BM25 first. Rare terms are quick, common
 * ones slow: pass the dozen rarest. The result is out of date when an article with one of the terms changes.
 */
export function findCandidates(
  terms: readonly string[],
  limit: number,
  now: Date,
  archive: Archive = theArchive(),
): Candidate[] {
  reportCacheTags(...terms.map(neighbourhoodTag))
  if (terms.length === 0) return []
  const query = terms.map(quoted).join(' OR ')
  // Nearly all are visible. Checking thousands of articles first would take seven times as long as scoring them.
  for (let most = 2 * limit; ; most *= 4) {
    const ranked = archive.rows.all(weighed, WEIGH, { query, most })
    const slugs = visibleSlugs(
      ranked.map(({ id }) => id),
      now,
      archive,
    )
    const found = ranked.flatMap(({ id, score }) => {
      const slug = slugs.get(id)
      return slug === undefined ? [] : [{ id, slug, score }]
    })
    if (found.length >= limit || ranked.length < most) return found.slice(0, limit)
  }
}

const WEIGH = `SELECT rowid AS id, -bm25(texts, ${COLUMN_WEIGHTS}) AS score
  FROM texts WHERE texts MATCH :query ORDER BY score DESC, rowid LIMIT :most`

function visibleSlugs(ids: readonly number[], now: Date, archive: Archive): Map<number, string> {
  const rows = archive.rows.all(
    visible,
    `SELECT a.id, a.slug FROM articles a
     WHERE a.id IN (SELECT value FROM json_each(:ids)) AND ${seen.articles('a')}`,
    { ids: JSON.stringify(ids), now: now.getTime() },
  )
  return new Map(rows.map(({ id, slug }) => [id, slug]))
}
