import type { Metadata } from 'next'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { commentsFeedPath } from '@/lib/routes'
import { articleMetadata } from '@/lib/share/article-metadata'
import { FEED_TYPES } from '@/lib/share/feed'
import { describe } from './describe'

type Shown = { article: Article; summary: Pick<ArticleSummary, 'standfirst'> }

/** The head of an article's page, for its readers and, before there are any, for its editors: one and the same. */
export async function articleHead({ article, summary }: Shown, now: Date) {
  const head = articleMetadata({
    ...(await describe(article, now)),
    standfirst: summary.standfirst,
  })
  const comments = [{ url: commentsFeedPath(article.slug), title: 'Comments' }]
  const types = { ...head.alternates.types, [FEED_TYPES.atom]: comments }
  return { ...head, alternates: { ...head.alternates, types } } satisfies Metadata
}
