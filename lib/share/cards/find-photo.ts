import type { Archive } from '@/lib/archive/open'
import { findMedia } from '@/lib/archive/read/files/media'
import type { Article } from '@/lib/article/article'
import { resolveMediaSrc } from '@/lib/article/media-src'
import type { Photo } from './photo-card'

/** The photograph of an article, if its file exists. */
export function findPhoto(
  { path, image }: Pick<Article, 'path' | 'image'>,
  archive?: Archive,
): Photo | undefined {
  const src = image && resolveMediaSrc(path, image.src)
  const media = src === undefined ? undefined : findMedia(src, archive)
  if (media === undefined) return undefined
  const { hash, width, height } = media
  return { path: media.path, hash, width, height, focus: image?.focus }
}
