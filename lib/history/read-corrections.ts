import * as z from 'zod'
import { findArticle } from '@/lib/archive/read/articles'
import { readCorrected } from '@/lib/archive/read/corrected'
import { readSite } from '@/lib/archive/read/pages'
import type { Statements } from '@/lib/archive/statements'
import type { Notice } from '@/lib/article/notice'
import { shownText } from '@/lib/article/shown'
import { reportCacheTags } from '@/lib/running/report'
import { CORRECTIONS, HISTORY } from './cache-tags'
import { type HistorySource, theHistory } from './read-source'
import { shortCommit } from './short-commit'
import { changesOf, readUpdates, type Update } from './store/read-updates'
import type { Unavailable } from './unavailable'

const PAGE_LENGTH = 25

/** Older entries are on their articles' history pages only. */
const MAX_PAGES = 200

export type CorrectionsPage = {
  notices: Notice[]
  page: number
  pages: number
  /** Why the list doesn't include changes of words. */
  unavailable?: Unavailable
}

type Candidate = { time: number; notice?: Notice; update?: Update }

/**
 * The corrections and updates of all visible articles, newest first; undefined for a page that doesn't exist. Page 1 always
 * exists. A page is shorter when the article of an update is gone.
 */
export function readCorrections(
  page: number,
  now: Date,
  source: HistorySource = theHistory(),
): CorrectionsPage | undefined {
  reportCacheTags(CORRECTIONS, HISTORY)
  if (page < 1 || page > MAX_PAGES) return undefined
  const state = source.read()
  const rows = state.state === 'available' ? state.rows : undefined
  const site = readSite(source.archive)
  const corrections = correctionsOf(now, source)
  const { updates, total } = rows
    ? readUpdates(rows, { limit: page * PAGE_LENGTH, most: MAX_PAGES * PAGE_LENGTH }, { now, site })
    : { updates: [], total: 0 }
  const pages = Math.max(1, Math.ceil((corrections.length + total) / PAGE_LENGTH))
  if (page > pages) return undefined
  const candidates: Candidate[] = [
    ...corrections,
    ...updates.map((update) => ({ time: update.time, update })),
  ]
  const notices = candidates
    .sort((a, b) => b.time - a.time)
    .slice((page - 1) * PAGE_LENGTH, page * PAGE_LENGTH)
    .flatMap(({ notice, update }) => notice ?? noticeOf(update, rows, now, source) ?? [])
  return {
    ...{ notices, page, pages: Math.min(pages, MAX_PAGES) },
    ...(state.state === 'unavailable' && { unavailable: state.reason }),
  }
}

function noticeOf(
  update: Update | undefined,
  rows: Statements | undefined,
  now: Date,
  source: HistorySource,
): Notice | undefined {
  if (!update || !rows) return undefined
  const site = readSite(source.archive)
  const changes = changesOf(rows, update.file, { now, site })
  const version = changes.find(({ pos }) => pos === update.pos)?.version
  const article = version && articleOf(rows, update.file, now, source)
  if (!article) return undefined
  const { since, subject, commit } = version
  const { slug, title, lang } = article
  return {
    kind: 'update',
    ...{ slug, title: shownText(title, site, lang), lang },
    ...{ date: since, subject, commit: shortCommit(commit) },
  }
}

function correctionsOf(now: Date, { archive }: HistorySource): Candidate[] {
  return readCorrected(now, archive).flatMap(({ slug, title, lang, corrections }) =>
    corrections.map(({ date, text }) => ({
      time: date.at.getTime(),
      notice: {
        kind: 'correction' as const,
        ...{ slug, title, lang, date, text },
      },
    })),
  )
}

const place = z.object({ path: z.string(), slug: z.string() })

/** The article of a file, if readers see it and it isn't another article with the same slug. */
function articleOf(rows: Statements, file: number, now: Date, { archive }: HistorySource) {
  const found = rows.one(
    place,
    'SELECT path, slug FROM files WHERE id = :file AND path IS NOT NULL',
    { file },
  )
  const article = found && findArticle(found.slug, now, archive)
  if (article?.state !== 'live' || article.article.path.normalize('NFC') !== found?.path) {
    return undefined
  }
  return article.article
}
