import { findArticle, findStanding } from '@/lib/archive/read/articles'
import { findFrontPage, findListPage } from '@/lib/archive/read/lists'
import { findPlainPage } from '@/lib/archive/read/pages'
import { listSlug } from '@/lib/archive/read/tag-names'
import { LIST_KINDS, type ListKind } from '@/lib/archive/tags'
import { isReportedFeature } from '@/lib/comments/mistake-report'
import { tagsOfCounts } from '@/lib/comments/read-for-pages'
import { mostPages } from '@/lib/comments/threads'
import { mayBeVersion } from '@/lib/history/find-history'
import { readCorrections } from '@/lib/history/read-corrections'
import { parsePageNumber } from '@/lib/page-number'
import { reportTags } from '@/lib/running/report'
import { routeMatcher } from './page-routes'

type Asked = { params: Record<string, string>; query: URLSearchParams; now: Date }
type Known = {
  /** How many comments an article has; undefined while nobody knows. */
  comments: (article: string) => number | undefined
}
type Rule = (asked: Asked, known: Known) => boolean | Promise<boolean>

/** True where no page is at an address, which is asked of the archive: nothing is rendered to find it out. */
export type FindMissing = (
  pathname: string,
  query: URLSearchParams,
  now: Date,
) => boolean | Promise<boolean>

/** A page that has no rule here is always there, or finds out itself that it isn't. */
export function findMissing(routes: readonly string[], known: Known): FindMissing {
  const match = routeMatcher(routes)
  return (pathname, query, now) => {
    const matched = match(pathname)
    if (matched === undefined) return true
    return RULES.get(matched.route)?.({ params: matched.params, query, now }, known) ?? false
  }
}

const pageOf = (query: URLSearchParams) => parsePageNumber(query.get('page') ?? undefined)

const RULES = new Map<string, Rule>([
  ['/[slug]', ({ params: { slug = '' } }) => findPlainPage(slug) === undefined],
  ['/page/[number]', ({ params, now }) => isFrontPageMissing(params.number, now)],
  ['/articles/[slug]', isArticleMissing],
  ['/articles/[slug]/history', ({ params: { slug = '' }, now }) => isHistoryMissing(slug, now)],
  ['/articles/[slug]/history/[version]', isVersionMissing],
  ['/corrections', ({ query, now }) => isCorrectionsPageMissing(pageOf(query), now)],
  ['/search', ({ query }) => pageOf(query) === undefined],
  ['/report', ({ query, now }) => isReportMissing(query, now)],
  ...LIST_KINDS.map((kind) => [`/${kind}s/[${kind}]`, listRule(kind)] as const),
])

function isFrontPageMissing(number: string | undefined, now: Date): boolean {
  const page = parsePageNumber(number)
  return page === undefined || findFrontPage(page, now) === undefined
}

function listRule(kind: ListKind): Rule {
  return ({ params, query, now }) => {
    const page = pageOf(query)
    if (page === undefined) return true
    return findListPage(kind, listSlug(kind, params[kind] ?? ''), page, now) === undefined
  }
}

function isArticleMissing({ params, query, now }: Asked, known: Known): boolean {
  const standing = findStanding(params.slug ?? '', now)
  if (standing === undefined) return true
  const page = parsePageNumber(query.get('comments') ?? undefined)
  if (page === undefined) return true
  if (page === 1) return false
  reportTags(...tagsOfCounts([standing.slug]))
  const comments = known.comments(standing.slug)
  return comments !== undefined && page > mostPages(comments)
}

function isHistoryMissing(slug: string, now: Date): boolean {
  const state = findStanding(slug, now)?.state
  return state !== 'live' && state !== 'moved'
}

async function isVersionMissing({ params, now }: Asked): Promise<boolean> {
  const { slug = '', version = '' } = params
  const found = findArticle(slug, now)
  if (found?.state === 'moved') return false
  return found?.state !== 'live' || !(await mayBeVersion(found.article, version, now))
}

function isCorrectionsPageMissing(page: number | undefined, now: Date): boolean {
  if (page === 1) return false
  return page === undefined || readCorrections(page, now) === undefined
}

function isReportMissing(query: URLSearchParams, now: Date): boolean {
  if (query.has('sent')) return false
  const feature = query.get('on') ?? ''
  if (!isReportedFeature(feature)) return true
  return feature !== 'answers' && findStanding(query.get('article') ?? '', now)?.state !== 'live'
}
