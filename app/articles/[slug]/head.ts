import type { Metadata } from 'next'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { FEED_TYPES } from '@/lib/feeds/feed'
import { articleMetadata } from '@/lib/share/article-metadata'
import { commentsFeedPath } from '@/lib/site/routes'
import { describe } from './describe'

type Headed = { article: Article; summary: Pick<ArticleSummary, 'standfirst'> }

/** The head of an article's page, for its readers and in a preview of it. */
export async function headOf({ article, summary }: Headed, now: Date): Promise<Metadata> {
  const { standfirst } = summary
  const head = articleMetadata({ ...(await describe(article, now)), standfirst })
  const comments = [{ url: commentsFeedPath(article.slug), title: 'Comments' }]
  const types = { ...head.alternates.types, [FEED_TYPES.atom]: comments }
  return { ...head, alternates: { ...head.alternates, types } }
}
