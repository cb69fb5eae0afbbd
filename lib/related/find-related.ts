import { type Archive, theArchive } from '@/lib/archive/open'
import { readSummaries } from '@/lib/archive/read/articles'
import { findTranslations, oneOfEachStory } from '@/lib/archive/read/translations'
import type { Article, ArticleSummary, Source } from '@/lib/article/article'
import { findNeighbourhood } from './find-nearby'
import { Texts } from './find-same-text'
import { mayBeTranslation } from './is-translation'
import { headlineOf, orderRail, type Rail, type Reason } from './rail'
import { sharedNames } from './shared-names'
import { sharedTags } from './shared-tags'

/** Six items are as long as most articles: more would extend beyond the text. */
export const RAIL_LENGTH = 6

export type RelatedItem = ArticleSummary & {
  /** Why it is here: tags or names that both articles have. */
  reason?: Reason
  /** Other sources that published the same text. */
  alsoIn: Source[]
}

/** The rail beside an article: `limit` items, fewer only if the archive has no more. */
export function findRelated(
  article: Article,
  now: Date,
  limit: number = RAIL_LENGTH,
  archive: Archive = theArchive(),
): RelatedItem[] {
  return readRail(findRail(article, now, limit, archive), now, archive)
}

/** The parts of a rail that readers may see. */
export function readRail(
  { places }: Rail,
  now: Date,
  archive: Archive = theArchive(),
): RelatedItem[] {
  return places.flatMap(({ slug, sameText, reason }) => {
    const [summary, ...same] = readSummaries([slug, ...sameText], now, archive)
    if (summary === undefined) return []
    const alsoIn = otherSources(summary, same)
    return [{ ...summary, alsoIn, ...(reason !== undefined && { reason }) }]
  })
}

/** Ranks the articles for the rail. */
export function findRail(article: Article, now: Date, limit: number, archive: Archive): Rail {
  const { places, texts, corpus } = findPlaces(article, now, limit, archive)
  return {
    places: places.slice(0, limit).map(({ item: { slug, near }, sameText }) => ({
      slug,
      sameText: sameText.map((each) => each.slug),
      reason:
        near > 0
          ? (sharedTags(article.tags, texts.tagsOf(slug), corpus) ??
            sharedNames(texts.phrasesOf(article.slug), texts.phrasesOf(slug), corpus))
          : undefined,
    })),
  }
}

/**
 * The order in which articles belong beside this one; a rail shows the first `limit`. `ownText` are those with this
 * article's own text, its headline or a translation of it: they tell its reader nothing new, and aren't shown.
 */
export function findPlaces(article: Article, now: Date, limit: number, archive: Archive) {
  // Twice as many as are shown, so that enough remain once articles with the same text are grouped.
  const { vector, nearby, corpus } = findNeighbourhood(article, 2 * limit, now, archive)
  const texts = new Texts(article, now, archive)
  const headline = headlineOf(article.title)
  const translated = new Set(
    findTranslations(article, now, archive).flatMap((each) => ('slug' in each ? [each.slug] : [])),
  )
  const here = { title: article.title, published: article.published.at }
  const isOwn = (each: (typeof nearby)[number]) =>
    headlineOf(each.title) === headline ||
    translated.has(each.slug) ||
    (each.isForeign && mayBeTranslation(here, each)) ||
    texts.areSame({ slug: article.slug, vector }, each)
  const own = new Set(nearby.filter(isOwn))
  const others = nearby.filter((each) => !own.has(each))
  const shown = oneOfEachStory(others, article.lang, archive)
  return {
    places: orderRail(shown, (a, b) => texts.areSame(a, b)),
    ownText: [...own].map(({ slug }) => slug),
    texts,
    corpus,
  }
}

function otherSources(item: ArticleSummary, same: ArticleSummary[]): Source[] {
  const found = new Map<string, Source>()
  for (const { source } of same)
    if (source && source.name !== item.source?.name) found.set(source.name, source)
  return [...found.values()]
}
