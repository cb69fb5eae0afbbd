import { findArticle } from '@/lib/archive/read/articles'
import { readList } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { readIsOld } from '@/lib/archive/read/read-age'
import { shownArticle } from '@/lib/article/shown'
import { type ListName, shareImagePath } from '@/lib/site/routes'
import type { ShareContext } from '../read-context'
import { findPhoto } from './find-photo'
import type { PhotoCard, PhotoShape } from './photo-card'
import {
  articleCard,
  articlePhotoCard,
  cardVersion,
  listCard,
  type ShareCard,
  siteCard,
} from './share-card'

/** What an image's address names: an article, a list, or else the site. */
export type Shared = { article?: string; shape?: PhotoShape; list?: ListName }

export type FoundCard = { card: ShareCard | PhotoCard; version: string; path: string }

/** What to draw now for this address, with its current address; undefined when readers may not know of it. */
export function readShareCard(asked: Shared, context: ShareContext): FoundCard | undefined {
  const of = presentOf(asked, context)
  const card = cardOf(of, context)
  if (card === undefined) return undefined
  const version = cardVersion(card)
  // A story that now has a photograph is shown by it; one that has lost its photograph, by its headline.
  const { shape: _, ...plain } = of
  const present = 'photo' in card ? { ...of, shape: card.shape } : plain
  return { card, version, path: shareImagePath(present, version) }
}

function presentOf(of: Shared, { now, archive }: ShareContext): Shared {
  const found = of.article === undefined ? undefined : findArticle(of.article, now, archive)
  return found?.state === 'moved' ? { ...of, article: found.slug } : of
}

function cardOf(
  { article, shape = 'share', list }: Shared,
  { now, archive }: ShareContext,
): ShareCard | PhotoCard | undefined {
  const site = readSite(archive)
  if (list) {
    const found = readList(list.kind, list.slug, 1, now, archive)
    return found && listCard(list.kind, found.name, site)
  }
  if (article === undefined) return siteCard(site)
  const found = findArticle(article, now, archive)
  if (found?.state !== 'live') return undefined
  const shown = shownArticle(found.article, site)
  const photo = findPhoto(found.article, archive)
  const old = readIsOld(found.article, now)
  return photo ? articlePhotoCard(shown, site, old, photo, shape) : articleCard(shown, site, old)
}
