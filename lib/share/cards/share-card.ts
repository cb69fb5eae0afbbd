import { createHash } from 'node:crypto'
import type { Article, ArticleFields } from '@/lib/article/article'
import { formatMoment, isoMoment } from '@/lib/article/dates'
import { directionOf } from '@/lib/language/direction'
import { type ListName, shareImagePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, languageOfWords, wordsOf } from '@/lib/words/words'
import { bylineNames } from '../byline'
import { SHARE_HEIGHT, SHARE_WIDTH } from './card-frame'
import {
  type Photo,
  type PhotoCard,
  type PhotoShape,
  photoCard,
  SEARCH_SHAPES,
  type Stamp,
} from './photo-card'

/** The contents of a share image: only text that was checked on its way in. */
export type ShareCard = {
  /** The label above the headline. */
  kicker?: string
  /** Without one the site's name appears alone, large. */
  headline?: string
  /** BCP 47 of the headline. */
  lang: string
  /** The small print at the foot, in order. */
  notes: string[]
  /** Below a name that appears alone. */
  motto?: string
  /** Says that the story is old, so that nobody takes a shared link for news. */
  stamp?: Stamp
  siteName: string
  /** Of a name at the right edge; absent for one at the left. */
  siteLang?: string
  wordmark?: NonNullable<Site['wordmark']>
  /** The paper's colour; absent: the default. */
  accent?: string
}

export type ShareImage = { path: string; width: number; height: number; alt: string }

/** Raise it when the drawing changes: networks keep an image for as long as its address stays the same. */
const DRAWING = 1

const masthead = ({ name, wordmark, lang, accent }: Site) => ({
  siteName: name,
  ...(wordmark && { wordmark }),
  // A card has a light background.
  ...(accent && { accent: accent.light }),
  ...(directionOf(lang) === 'rtl' && { siteLang: lang }),
})

type Story = Pick<ArticleFields, 'title' | 'lang' | 'section' | 'published' | 'authors' | 'source'>

export function articleCard(story: Story, site: Site, old: boolean): ShareCard {
  const day = { at: story.published.at, precision: 'day' } as const
  const date = formatMoment(day, site).text
  const [writer] = story.source ? [story.source.name] : bylineNames(story)
  return {
    ...(story.section !== undefined && { kicker: story.section }),
    headline: story.title,
    lang: story.lang,
    notes: [...(writer === undefined ? [] : [writer]), date],
    ...(old && { stamp: stampOf(story.published.at, site) }),
    ...masthead(site),
  }
}

function stampOf(at: Date, site: Site): Stamp {
  const year = isoMoment({ at, precision: 'day' }, site.timeZone).slice(0, 4)
  return { text: fill(wordsOf(site).article.stamp, { year }), lang: languageOfWords(site) }
}

export function listCard(kind: ListName['kind'], name: string, site: Site): ShareCard {
  const headline = kind === 'tag' ? `#${name}` : name
  const notes = site.description ? [site.description] : []
  const kicker = wordsOf(site).lists.kinds[kind]
  return { kicker, headline, lang: site.lang, notes, ...masthead(site) }
}

export function siteCard(site: Site): ShareCard {
  const motto = site.description ? { motto: site.description } : {}
  return { ...motto, lang: site.lang, notes: [], ...masthead(site) }
}

/** Identifies exactly this drawing. */
export function cardVersion(card: ShareCard | PhotoCard): string {
  return createHash('sha256')
    .update(JSON.stringify([DRAWING, 'photo' in card ? named(card) : card]))
    .digest('hex')
    .slice(0, 10)
}

/** For a photograph, its content and how it is cropped, not the path of its file. */
const named = ({ photo: { hash, focus }, ...card }: PhotoCard) => ({ ...card, hash, focus })

const imageAt = (path: string, alt: string): ShareImage => ({
  path,
  width: SHARE_WIDTH,
  height: SHARE_HEIGHT,
  alt,
})

/** The image that represents an article elsewhere: its photograph with the paper's name, or else its headline. */
export function articleShareImage(
  article: Article,
  site: Site,
  old: boolean,
  photo?: Photo,
): ShareImage {
  if (photo && article.image) {
    const card = articlePhotoCard(article, site, old, photo, 'share')
    return imageAt(photoPath(article, card), article.image.alt)
  }
  const version = cardVersion(articleCard(article, site, old))
  return imageAt(shareImagePath({ article: article.slug }, version), article.title)
}

/** The photograph of an article in a shape. */
export function articlePhotoCard(
  { published }: Pick<Article, 'published'>,
  site: Site,
  old: boolean,
  photo: Photo,
  shape: PhotoShape,
): PhotoCard {
  const stamp = old && { stamp: stampOf(published.at, site) }
  return photoCard(photo, shape, { ...masthead(site), ...stamp })
}

/** The addresses of a photograph in the shapes that search engines ask for. */
export const searchPhotos = (article: Article, site: Site, photo: Photo): string[] =>
  SEARCH_SHAPES.map((shape) =>
    photoPath(article, articlePhotoCard(article, site, false, photo, shape)),
  )

const photoPath = ({ slug }: Pick<Article, 'slug'>, card: PhotoCard) =>
  shareImagePath({ article: slug, shape: card.shape }, cardVersion(card))

export function listShareImage(list: ListName & { name: string }, site: Site): ShareImage {
  const version = cardVersion(listCard(list.kind, list.name, site))
  return imageAt(shareImagePath({ list }, version), `${list.name}, ${site.name}`)
}

export function siteShareImage(site: Site): ShareImage {
  return imageAt(shareImagePath({}, cardVersion(siteCard(site))), site.name)
}
