import type { Site } from '@/lib/site/site'
import { SHARE_HEIGHT, SHARE_WIDTH } from './card-frame'

/** The shapes of a photograph, by their name in its address; networks show `share`. */
export const PHOTO_SHAPES = {
  share: SHARE_WIDTH / SHARE_HEIGHT,
  '16x9': 16 / 9,
  '4x3': 4 / 3,
  '1x1': 1,
} as const
export type PhotoShape = keyof typeof PHOTO_SHAPES

/** The shapes that search engines ask for: https://developers.google.com/search/docs/appearance/structured-data/article */
export const SEARCH_SHAPES = ['16x9', '4x3', '1x1'] as const

/** A photograph, with what it takes to crop it. */
export type Photo = {
  /** Absolute path. */
  path: string
  /** The hash of its file. */
  hash: string
  width: number
  height: number
  /** In the form of `image.focus`. */
  focus?: string | undefined
}

/** Says that a story is old, so that nobody takes a shared link for news; `lang` is the language of its words. */
export type Stamp = { text: string; lang: string }

/** The contents of an image made from a photograph. */
export type PhotoCard = {
  photo: Photo
  shape: PhotoShape
  width: number
  height: number
  /** Only the image for networks has the paper's name, and says whether a story is old. */
  siteName?: string
  siteLang?: string
  wordmark?: NonNullable<Site['wordmark']>
  stamp?: Stamp
  accent?: string
}

/** As large as the photograph allows, but no wider than a share image. */
export function photoCard(photo: Photo, shape: PhotoShape, named: Partial<PhotoCard>): PhotoCard {
  if (shape === 'share') return { ...named, photo, shape, width: SHARE_WIDTH, height: SHARE_HEIGHT }
  const ratio = PHOTO_SHAPES[shape]
  const width = Math.max(1, Math.min(SHARE_WIDTH, photo.width, Math.floor(photo.height * ratio)))
  return { photo, shape, width, height: Math.max(1, Math.round(width / ratio)) }
}
