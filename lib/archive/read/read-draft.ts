import path from 'node:path'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { canonicalNames } from '@/lib/article/canonical-tags'
import { shownSummary } from '@/lib/article/shown'
import { readContentFile } from '@/lib/content/read-content-file'
import { parseArticle } from '@/lib/front-matter/parse-article'
import type { Problem } from '@/lib/front-matter/problem'
import { now } from '@/lib/site/clock'
import { indexArticle } from '../follow/index-article'
import { type Archive, theArchive } from '../open'
import { summaryColumn } from '../stored'
import { isVisible } from '../visibility'
import { readStoredTags } from '../write/store-tags'
import { readSite } from './pages'
import { findArticleFile } from './unpublished'

export type DraftState = 'live' | 'draft' | 'scheduled' | 'expired' | 'withdrawn'

/** An article's file as it is on disk now, whether readers may see it or not. */
export type FoundDraft =
  | {
      ok: true
      article: Article
      summary: ArticleSummary
      state: DraftState
      source: string
      problems: Problem[]
    }
  | { ok: false; path: string; source: string; problems: Problem[] }

/**
 * Bypasses the gate of visibility: use it only for a page opened by a signed address, or in development. Undefined when no
 * file has this slug.
 */
export function findDraft(slug: string, archive: Archive = theArchive()): FoundDraft | undefined {
  const file = findArticleFile(slug, archive)
  if (file === undefined) return undefined
  const read = readContentFile({ path: file, absolute: path.join(archive.contentDir, file) })
  if (!read.ok) return { ok: false, path: file, source: '', problems: [read.problem] }
  const source = new TextDecoder().decode(read.bytes)
  const parsed = parseArticle({ path: file, bytes: read.bytes, site: readSite(archive) })
  if (!parsed.ok) return { ok: false, path: file, source, problems: parsed.problems }
  const { problems } = parsed
  const { tags } = canonicalNames(parsed.article.tags, readStoredTags(archive.rows))
  const article = { ...parsed.article, tags }
  const indexed = indexArticle(article)
  const summary = shownSummary(summaryColumn.parse(indexed.summary), readSite(archive))
  return { ok: true, article, summary, state: stateOf(article, now()), source, problems }
}

function stateOf({ published, expires, draft, withdrawn }: Article, at: Date): DraftState {
  if (draft) return 'draft'
  if (withdrawn) return 'withdrawn'
  const timing = {
    due: published.at.getTime(),
    expires: expires?.at.getTime() ?? Number.POSITIVE_INFINITY,
    listed: true,
  }
  if (isVisible(timing, at)) return 'live'
  return published.at > at ? 'scheduled' : 'expired'
}
