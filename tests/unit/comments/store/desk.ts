import type { CommentSettings } from '@/lib/comments/comment'
import type { CommentsReply } from '@/lib/comments/http/message'
import type { RateLimits } from '@/lib/comments/rates'
import { CommentDesk, type DiscussedArticle } from '@/lib/comments/store/comment-desk'
import type { EndpointRequest } from '@/lib/http/endpoint'
import type { TestDatabase } from './databases'
import { FLAGGED, NOON } from './posts'

export const HERE = 'https://news.example'

const ARTICLES: DiscussedArticle[] = [
  { slug: 'nato', title: 'NATO', published: { at: new Date('2025-11-01T00:00:00Z') } },
  { slug: 'closed', title: 'Closed', published: { at: NOON }, comments: 'closed' },
]

type Given = {
  ownKey?: string
  settings?: CommentSettings
  adminToken?: string
  model?: string
  limits?: RateLimits
  clock?: { now: Date }
}

export function openDesk(database: TestDatabase, given: Given = {}): CommentDesk {
  const { settings = FLAGGED, clock = { now: NOON }, ...rest } = given
  return new CommentDesk({
    ownKey: 'the secret key',
    ...rest,
    database,
    isShared: false,
    siteOrigins: () => [HERE],
    settings: () => settings,
    paper: () => ({ lang: 'en' }),
    findArticle: (slug) => ARTICLES.find((article) => article.slug === slug),
    findSentence: (slug, id) => (slug === 'nato' && id === 's-abc' ? 'Iwaya attended.' : undefined),
    now: () => clock.now,
  })
}

type RequestParts = Partial<Omit<EndpointRequest, 'body' | 'query'>> & {
  form?: Record<string, string>
  body?: string
  query?: Record<string, string>
}

export function request({
  form = {},
  body,
  query = {},
  headers,
  ...rest
}: RequestParts = {}): EndpointRequest {
  return {
    method: 'POST',
    pathname: '/',
    params: {},
    client: '198.51.100.7',
    query: new URLSearchParams(query),
    body: new TextEncoder().encode(body ?? new URLSearchParams(form).toString()),
    headers: {
      origin: HERE,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    ...rest,
  }
}

/** A click on one of our links, as a request. */
export function follow(reply: CommentsReply): { path: string; id: string; key: string } {
  const url = new URL(reply.headers?.location ?? '', HERE)
  const mine = url.searchParams.get('mine')?.split('.')
  const id = mine?.[0] ?? /^\/c\/([^/]+)/.exec(url.pathname)?.[1] ?? ''
  return { path: url.pathname + url.hash, id, key: mine?.[1] ?? url.searchParams.get('key') ?? '' }
}
