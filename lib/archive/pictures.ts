import type { ArticleImage, ArticleSummary } from '@/lib/article/article'
import { resolveMediaSrc } from '@/lib/article/media-src'
import type { RenderContext } from '@/lib/article/render-body'
import { mediaPath } from '@/lib/routes'
import { findMedia } from './media'
import { type Archive, theArchive } from './open'

export type Picture = ArticleImage & { width: number; height: number }

/** The picture that a story names, with its size; undefined when it names none, or the file isn't there. */
export function findPicture(
  story: ArticleSummary,
  archive: Archive = theArchive(),
): Picture | undefined {
  const { image } = story
  const media = image && findMedia(image.src, archive)
  return image && media && { ...image, width: media.width, height: media.height }
}

/** The pictures of a list's stories, by slug. */
export function findPictures(
  stories: readonly ArticleSummary[],
  archive: Archive = theArchive(),
): Map<string, Picture> {
  const found = new Map<string, Picture>()
  for (const story of stories) {
    const picture = findPicture(story, archive)
    if (picture) found.set(story.slug, picture)
  }
  return found
}

/** What rendering the body of a content file needs to know of the images that the file names, and of its language. */
export function imagesOf(
  file: { path: string; lang?: string },
  archive: Archive = theArchive(),
): RenderContext {
  const resolve = (src: string) => resolveMediaSrc(file.path, src)
  return {
    imageSize: (src) => {
      const resolved = resolve(src)
      return resolved === undefined ? undefined : findMedia(resolved, archive)
    },
    mediaUrl: (src) => mediaPath(resolve(src) ?? src),
    ...(file.lang !== undefined && { lang: file.lang }),
  }
}
