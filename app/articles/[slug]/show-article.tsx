import { ArticlePage } from '@/components/article/article-page'
import { RelatedRail } from '@/components/article/related-rail'
import { ShareJsonLd } from '@/components/article/share-json-ld'
import { CommentsSection } from '@/components/comments/comments-section'
import { AskArticle } from '@/components/insight/ask-article'
import { KeyPoints } from '@/components/insight/key-points'
import { StorySoFar } from '@/components/insight/story-so-far'
import { AuthorCards } from '@/components/lists/author-card'
import { renderArticleBody } from '@/lib/archive/read/article-body'
import { findPicture, findPictures } from '@/lib/archive/read/files/pictures'
import { findNextStory } from '@/lib/archive/read/next-story'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { shownText } from '@/lib/article/shown'
import type { Section } from '@/lib/comments/read-section'
import { keepSentences } from '@/lib/insight/article-sentences'
import type { KeyPoint } from '@/lib/insight/choose-key-points'
import { readQuotes } from '@/lib/insight/read-quotes'
import { readingMinutes } from '@/lib/language/reading-time'
import { modelHost } from '@/lib/model/choose'
import { findSurroundings } from '@/lib/ranking/find-surroundings'
import type { Surroundings } from '@/lib/ranking/surroundings'
import { readRail } from '@/lib/related/find-related'
import { articleJsonLd } from '@/lib/share/json-ld'
import type { Site } from '@/lib/site/site'
import { describe } from './describe'
import { readKeyPoints, readQuestions } from './read-key-points'

type Shown = {
  article: Article
  summary: ArticleSummary
  section: Section
  /** What its page shows beside it, if that was asked for already. */
  ranked?: Promise<Surroundings | undefined>
  now: Date
  /** Readers can see it: only then are its sentences sent to a model. */
  isPublished?: boolean
  /** Stands before the addresses of its images, where readers can't have them. */
  imagesBefore?: string
}

/** An article's page, for its readers and, before there are any, for its editors: one and the same. */
export async function showArticle(shown: Shown) {
  const { article, summary, section, now, isPublished = false, imagesBefore } = shown
  const body = renderArticleBody(article, now, imagesBefore)
  keepSentences(article, body)
  const described = await describe(article, now)
  const { site } = described
  const picture = findPicture(summary, imagesBefore)
  const surroundings = readSurroundings(shown)
  // Who awaits it hears of a failure; a page that failed before that must not end the server by it.
  surroundings.catch(() => undefined)
  const [{ points }, questions] = await Promise.all([
    readKeyPoints(article, isPublished),
    readQuestions(article, isPublished),
  ])
  return (
    <ArticlePage
      {...described}
      html={body.html}
      minutes={readingMinutes(summary.words)}
      imageSet={picture?.set}
      discussion={{ count: section.comments?.total ?? 0, isOpen: section.isOpen }}
      keyPoints={
        <KeyPoints points={shownPoints(points, article, site)} slug={article.slug} site={site} />
      }
      further={
        <>
          <AuthorCards profiles={described.writers} />
          <Story of={surroundings} now={now} site={site} slug={article.slug} />
          {questions && (
            <AskArticle
              slug={article.slug}
              questions={questions}
              model={modelHost.ask('host')}
              site={site}
            />
          )}
        </>
      }
      comments={<CommentsSection article={article} site={site} {...section} />}
    >
      <Rail of={surroundings} now={now} site={site} article={article} />
      <ShareJsonLd json={articleJsonLd(described)} />
    </ArticlePage>
  )
}

const shownPoints = (points: readonly KeyPoint[], { lang }: Article, site: Site) =>
  points.map(({ id, text }) => ({ id, text: shownText(text, site, lang) }))

type Waiting = { of: Promise<Surroundings>; now: Date; site: Site }

/** The rest of the page is written meanwhile. */
async function Story({ of, now, site, slug }: Waiting & { slug: string }) {
  const { story } = await of
  return <StorySoFar earlier={readQuotes(story, now)} site={site} slug={slug} />
}

async function Rail({ of, now, site, article }: Waiting & { article: Article }) {
  const { rail } = await of
  const found = readRail(rail, now)
  const pictures = findPictures(found)
  const items = found.map((item) => ({ ...item, picture: pictures.get(item.slug) }))
  const beside = found.map(({ slug }) => slug)
  return <RelatedRail items={items} site={site} next={findNextStory(article, beside, now)} />
}

async function readSurroundings({ article, ranked, now }: Shown): Promise<Surroundings> {
  return (await ranked) ?? findSurroundings(article, now)
}
