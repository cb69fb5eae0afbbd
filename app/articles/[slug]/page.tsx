import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { ArticlePage } from '@/components/article-page'
import { CommentsSection } from '@/components/comments/comments-section'
import { AskArticle } from '@/components/insight/ask-article'
import { KeyPoints } from '@/components/insight/key-points'
import { StorySoFar } from '@/components/insight/story-so-far'
import { RelatedRail } from '@/components/related-rail'
import { WithdrawnPage } from '@/components/withdrawn-page'
import { findArticle } from '@/lib/archive/articles'
import { readSite } from '@/lib/archive/pages'
import { findPicture, imagesOf } from '@/lib/archive/pictures'
import { readIsOld } from '@/lib/archive/read-age'
import { reportStatus } from '@/lib/archive/report'
import { readingMinutes } from '@/lib/article/reading-time'
import { renderBody } from '@/lib/article/render-body'
import { now } from '@/lib/clock'
import { readSection, type SectionQuery } from '@/lib/comments/read-section'
import { env } from '@/lib/env'
import { findQuestions } from '@/lib/insight/find-questions'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { keyPointsOf } from '@/lib/insight/key-points'
import { findRelated } from '@/lib/related/find-related'
import { articlePath } from '@/lib/routes'
import { findUpdate } from './find-update'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SectionQuery> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const found = findArticle((await params).slug, now())
  if (found?.state === 'withdrawn') return { title: 'Withdrawn', robots: { index: false } }
  if (found?.state !== 'live') return {}
  const { article, summary } = found
  return {
    title: article.title,
    description: summary.standfirst,
    authors: article.authors.map((name) => ({ name })),
    keywords: article.tags,
    alternates: { canonical: article.canonical ?? articlePath(article.slug) },
  }
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
  return (
    <ArticlePage
      article={article}
      site={site}
      siteUrl={env().siteUrl}
      html={html}
      minutes={readingMinutes(summary.words)}
      old={readIsOld(article, at)}
      picture={findPicture(summary)}
      update={await findUpdate(article, at)}
      keyPoints={<KeyPoints points={keyPointsOf(article)} />}
      further={
        <>
          <StorySoFar earlier={findStorySoFar(article, at)} site={site} />
          <AskArticle slug={article.slug} questions={findQuestions(article)} />
        </>
      }
      comments={<CommentsSection article={article} site={site} {...section} />}
    >
      <RelatedRail items={findRelated(article, at)} site={site} />
    </ArticlePage>
  )
}
