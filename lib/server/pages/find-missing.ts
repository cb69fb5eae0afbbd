import type { Archive } from '@/lib/archive/open'
import { findArticle, findStanding } from '@/lib/archive/read/articles'
import { countSpan } from '@/lib/archive/read/by-date'
import { readLists } from '@/lib/archive/read/list-counts'
import { findFrontPage, findListPage } from '@/lib/archive/read/lists'
import { findPlainPage, readSite } from '@/lib/archive/read/pages'
import { listSlug } from '@/lib/archive/read/tag-names'
import { readArchiveDate } from '@/lib/article/archive-date'
import { LIST_KINDS, type ListKind } from '@/lib/article/lists'
import { isReportedFeature } from '@/lib/comments/mistake-report'
import { tagsOfCounts } from '@/lib/comments/read-for-pages'
import { mostPages } from '@/lib/comments/threads'
import { mayBeVersion } from '@/lib/history/find-history'
import { readCorrections } from '@/lib/history/read-corrections'
import type { HistorySource } from '@/lib/history/read-source'
import { searchTask } from '@/lib/ranking/tasks'
import { reportCacheTags } from '@/lib/running/report'
import { narrowQuery, readNarrowing } from '@/lib/search/narrowing'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery, isEmptyQuery } from '@/lib/search/query'
import { parsePageNumber } from '@/lib/site/page-number'
import { routeMatcher } from './page-routes'

type Known = {
  /** The routes of the site's pages, see listPageRoutes. */
  routes: readonly string[]
  /** Includes the archive. */
  history: HistorySource
  /** How many comments an article has; undefined while this isn't known. */
  comments: (article: string) => number | undefined
}

type Asked = {
  params: Record<string, string>
  query: URLSearchParams
  now: Date
  archive: Archive
  known: Known
}

type Rule = (asked: Asked) => boolean | Promise<boolean>

/** Whether there is no page at an address, according to the archive; nothing is rendered to find out. */
export type FindMissing = (
  pathname: string,
  query: URLSearchParams,
  now: Date,
) => boolean | Promise<boolean>

/** A page without a rule always exists, or finds out itself that it doesn't. */
export function findMissing(known: Known): FindMissing {
  const match = routeMatcher(known.routes)
  const { archive } = known.history
  return (pathname, query, now) => {
    const matched = match(pathname)
    if (matched === undefined) return true
    const { route, params } = matched
    return RULES.get(route)?.({ params, query, now, archive, known }) ?? false
  }
}

const RULES = new Map<string, Rule>([
  ['/[slug]', ({ params, archive }) => findPlainPage(params.slug ?? '', archive) === undefined],
  ['/page/[number]', isFrontPageMissing],
  ['/archive/[...date]', isArchiveDateMissing],
  ['/articles/[slug]', isArticleMissing],
  ['/articles/[slug]/history', isHistoryMissing],
  ['/articles/[slug]/history/[version]', isVersionMissing],
  ['/corrections', isCorrectionsPageMissing],
  ['/search', isSearchPageMissing],
  ['/report', isReportMissing],
  ...LIST_KINDS.map((kind) => [`/${kind}s/[${kind}]`, listRule(kind)] as const),
])

const pageOf = (query: URLSearchParams, name = 'page') =>
  parsePageNumber(query.get(name) ?? undefined)

function isFrontPageMissing({ params, now, archive }: Asked): boolean {
  const page = parsePageNumber(params.number)
  return page === undefined || findFrontPage(page, now, archive) === undefined
}

function isArchiveDateMissing({ params, now, archive }: Asked): boolean {
  const date = readArchiveDate((params.date ?? '').split('/'), readSite(archive).timeZone)
  return date === undefined || countSpan(date, now, archive) === 0
}

function listRule(kind: ListKind): Rule {
  return ({ params, query, now, archive }) => {
    const slug = listSlug(kind, params[kind] ?? '', archive)
    const page = pageOf(query)
    return page === undefined || findListPage(kind, slug, page, now, archive) === undefined
  }
}

function isArticleMissing({ params, query, now, archive, known }: Asked): boolean {
  const standing = findStanding(params.slug ?? '', now, archive)
  const page = pageOf(query, 'comments')
  if (standing === undefined || page === undefined) return true
  if (page === 1) return false
  reportCacheTags(...tagsOfCounts([standing.slug]))
  const comments = known.comments(standing.slug)
  return comments !== undefined && page > mostPages(comments)
}

/** The ranking thread caches its result, so that the page gets it without another search. */
async function isSearchPageMissing({ query, now, archive }: Asked): Promise<boolean> {
  const page = pageOf(query)
  if (page === undefined || page === 1) return page === undefined
  const narrowing = readNarrowing(Object.fromEntries(query))
  const sections = readLists('section', now, archive)
  const { timeZone } = readSite(archive)
  const typed = parseQuery(query.get('q') ?? '')
  const search = narrowQuery(typed, narrowing, { sections, now, timeZone })
  if (isEmptyQuery(search)) return false
  const newestFirst = narrowing.order === 'new'
  const ranked = await searchTask.ask({ text: formatQuery(search), page, now, newestFirst })
  return ranked.state === 'missing'
}

function isHistoryMissing({ params, now, archive }: Asked): boolean {
  const state = findStanding(params.slug ?? '', now, archive)?.state
  return state === undefined || state === 'withdrawn'
}

async function isVersionMissing({ params, now, archive, known }: Asked): Promise<boolean> {
  const { slug = '', version = '' } = params
  const found = findArticle(slug, now, archive)
  if (found?.state === 'moved') return false
  if (found?.state !== 'live') return true
  return !(await mayBeVersion(found.article, version, now, known.history))
}

function isCorrectionsPageMissing({ query, now, known }: Asked): boolean {
  const page = pageOf(query)
  if (page === 1) return false
  return page === undefined || readCorrections(page, now, known.history) === undefined
}

function isReportMissing({ query, now, archive }: Asked): boolean {
  if (query.has('sent')) return false
  const feature = query.get('on') ?? ''
  if (!isReportedFeature(feature)) return true
  if (feature === 'answers') return false
  return findStanding(query.get('article') ?? '', now, archive)?.state !== 'live'
}
