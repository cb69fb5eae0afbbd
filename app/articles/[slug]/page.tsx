import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { ArticlePage } from '@/components/article-page'
import { CommentsSection } from '@/components/comments/comments-section'
import { AskArticle } from '@/components/insight/ask-article'
import { KeyPoints } from '@/components/insight/key-points'
import { StorySoFar } from '@/components/insight/story-so-far'
import { RelatedRail } from '@/components/related-rail'
import { ShareJsonLd } from '@/components/share-json-ld'
import { WithdrawnPage } from '@/components/withdrawn-page'
import { findArticle } from '@/lib/archive/articles'
import { readSite } from '@/lib/archive/pages'
import { findPicture, imagesOf } from '@/lib/archive/pictures'
import { reportStatus } from '@/lib/archive/report'
import { readingMinutes } from '@/lib/article/reading-time'
import { renderBody } from '@/lib/article/render-body'
import { now } from '@/lib/clock'
import { readSection, type SectionQuery } from '@/lib/comments/read-section'
import { findQuestions } from '@/lib/insight/find-questions'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { keyPointsOf } from '@/lib/insight/key-points'
import { findRelated } from '@/lib/related/find-related'
import { articlePath, commentsFeedPath } from '@/lib/routes'
import { articleMetadata } from '@/lib/share/article-metadata'
import { FEED_TYPES } from '@/lib/share/feed'
import { articleJsonLd } from '@/lib/share/json-ld'
import { describe } from './describe'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SectionQuery> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const at = now()
  const found = findArticle((await params).slug, at)
  if (found?.state === 'withdrawn') return { title: 'Withdrawn', robots: { index: false } }
  if (found?.state !== 'live') return {}
  const { standfirst } = found.summary
  const head = articleMetadata({ ...(await describe(found.article, at)), standfirst })
  const comments = [{ url: commentsFeedPath(found.article.slug), title: 'Comments' }]
  const types = { ...head.alternates.types, [FEED_TYPES.atom]: comments }
  return { ...head, alternates: { ...head.alternates, types } }
}

export default async function ArticleRoute({ params, searchParams }: Props) {
  const at = now()
  const found = findArticle((await params).slug, at)
  if (!found) notFound()
  if (found.state === 'moved') permanentRedirect(articlePath(found.slug))
  const site = readSite()
  if (found.state === 'withdrawn') {
    reportStatus(410)
    return <WithdrawnPage title={found.title} withdrawn={found.withdrawn} site={site} />
  }
  const { article, summary } = found
  const section = await readSection(article, await searchParams, site.comments, at)
  if (section === undefined) notFound()
  const { html } = renderBody(article.body, imagesOf(article))
  const described = await describe(article, at)
  const picture = findPicture(summary)
  return (
    <ArticlePage
      {...described}
      html={html}
      minutes={readingMinutes(summary.words)}
      picture={picture}
      keyPoints={<KeyPoints points={keyPointsOf(article)} slug={article.slug} />}
      further={
        <>
          <StorySoFar earlier={findStorySoFar(article, at)} site={site} slug={article.slug} />
          <AskArticle slug={article.slug} questions={findQuestions(article)} />
        </>
      }
      comments={<CommentsSection article={article} site={site} {...section} />}
    >
      <RelatedRail items={findRelated(article, at)} site={site} />
      <ShareJsonLd json={articleJsonLd({ ...described, photo: picture?.src })} />
    </ArticlePage>
  )
}
