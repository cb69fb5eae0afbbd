import type { Metadata } from 'next'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { articleMetadata } from '@/lib/share/article-metadata'
import { commentsFeedPath, FEEDS } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'
import { describe } from './describe'

type Headed = { article: Article; summary: Pick<ArticleSummary, 'standfirst'> }

/** The head of an article's page, for its readers and in a preview of it. */
export async function headOf({ article, summary }: Headed, now: Date): Promise<Metadata> {
  const { standfirst } = summary
  const described = await describe(article, now)
  const head = articleMetadata({ ...described, standfirst })
  const comments = [
    { url: commentsFeedPath(article.slug), title: wordsOf(described.site).comments.title },
  ]
  const types = { ...head.alternates.types, [FEEDS.atom.type]: comments }
  return { ...head, alternates: { ...head.alternates, types } }
}
