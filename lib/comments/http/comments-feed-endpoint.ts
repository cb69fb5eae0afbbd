import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import type { Endpoint, EndpointReply } from '@/lib/http/endpoint'
import { reportPrivate } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import { commentsFeedPath, FEEDS } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'
import { readCommentsFeed } from '../read-for-pages'
import { writeCommentsFeed } from './write-comments-feed'

/** A feed of the published comments for each article. */
export function commentsFeedEndpoint(siteUrl: string): Endpoint {
  return {
    methods: ['GET'],
    cached: true,
    path: /^\/articles\/(?<slug>[^/]+)\/comments\.xml$/,
    handle: ({ params }) => answer(params.slug ?? '', siteUrl),
  }
}

async function answer(slug: string, siteUrl: string): Promise<EndpointReply> {
  const at = now()
  const found = findArticle(slug, at)
  if (found === undefined) return { status: 404 }
  if (found.state === 'moved') {
    return { status: 308, headers: { Location: commentsFeedPath(found.slug) } }
  }
  if (found.state === 'withdrawn')
    return { status: 410, body: `${wordsOf(readSite()).article.withdrawnTitle}\n` }
  const comments = await readCommentsFeed(slug, at)
  if (!comments.ok) {
    reportPrivate()
    const headers = {
      'Retry-After': '5',
      'Cache-Control': 'no-store',
      'CDN-Cache-Control': 'no-store',
    }
    return { status: 503, headers, body: `${wordsOf(readSite()).comments.unavailable}\n` }
  }
  const { article } = found
  const body = writeCommentsFeed({ article, site: readSite(), siteUrl, comments: comments.value })
  return { status: 200, type: `${FEEDS.atom.type}; charset=utf-8`, body }
}
