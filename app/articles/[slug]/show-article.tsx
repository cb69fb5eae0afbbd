import { ArticlePage } from '@/components/article-page'
import { CommentsSection } from '@/components/comments/comments-section'
import { AskArticle } from '@/components/insight/ask-article'
import { KeyPoints } from '@/components/insight/key-points'
import { StorySoFar } from '@/components/insight/story-so-far'
import { RelatedRail } from '@/components/related-rail'
import { ShareJsonLd } from '@/components/share-json-ld'
import { findPicture, picturesOf } from '@/lib/archive/pictures'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { readingMinutes } from '@/lib/article/reading-time'
import { renderBody } from '@/lib/article/render-body'
import type { Section } from '@/lib/comments/read-section'
import { keepSentences } from '@/lib/insight/article-sentences'
import { findQuestions } from '@/lib/insight/find-questions'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { keyPointsOf } from '@/lib/insight/key-points'
import { findRelated } from '@/lib/related/find-related'
import { articleJsonLd } from '@/lib/share/json-ld'
import { describe } from './describe'

type Shown = {
  article: Article
  summary: ArticleSummary
  section: Section
  now: Date
  /** Stands before the addresses of its images, where readers can't have them. */
  imagesBefore?: string
}

/** An article's page, for its readers and, before there are any, for its editors: one and the same. */
export async function showArticle({ article, summary, section, now, imagesBefore }: Shown) {
  const body = renderBody(article.body, picturesOf(article, imagesBefore))
  keepSentences(article, body)
  const described = await describe(article, now)
  const { site } = described
  const picture = findPicture(summary, imagesBefore)
  return (
    <ArticlePage
      {...described}
      html={body.html}
      minutes={readingMinutes(summary.words)}
      picture={picture}
      keyPoints={<KeyPoints points={keyPointsOf(article)} slug={article.slug} />}
      further={
        <>
          <StorySoFar earlier={findStorySoFar(article, now)} site={site} slug={article.slug} />
          <AskArticle slug={article.slug} questions={findQuestions(article)} />
        </>
      }
      comments={<CommentsSection article={article} site={site} {...section} />}
    >
      <RelatedRail items={findRelated(article, now)} site={site} />
      <ShareJsonLd json={articleJsonLd({ ...described, photo: picture?.src })} />
    </ArticlePage>
  )
}
