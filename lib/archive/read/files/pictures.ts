import type { ArticleImage, ArticleSummary } from '@/lib/article/article'
import { type ImageSet, imageSet } from '@/lib/article/image-set'
import { resolveMediaSrc } from '@/lib/article/media-src'
import { typesetIn } from '@/lib/article/shown'
import type { RenderContext } from '@/lib/markdown/render-body'
import { mediaPath } from '@/lib/site/routes'
import { type Archive, theArchive } from '../../open'
import { readSite } from '../pages'
import { findAttachment } from './attachments'
import { findMedia } from './media'

/** A picture with the addresses of its variants. */
export type Picture = ArticleImage & { set: ImageSet }

/**
 * The picture that a story names; undefined when it names none or the file is missing. `before` is a prefix for its
 * addresses, for previews.
 */
export function findPicture(
  { image }: Pick<ArticleSummary, 'image'>,
  before = '',
  archive: Archive = theArchive(),
): Picture | undefined {
  const media = image && findMedia(image.src, archive)
  return image && media && { ...image, set: imageSet(media, before) }
}

/** The pictures of a list's stories, by slug. */
export function findPictures(
  stories: readonly ArticleSummary[],
  archive: Archive = theArchive(),
): Map<string, Picture> {
  const found = new Map<string, Picture>()
  for (const story of stories) {
    const picture = findPicture(story, '', archive)
    if (picture) found.set(story.slug, picture)
  }
  return found
}

function attachmentAt(resolved: string | undefined, before: string, archive: Archive) {
  const found = resolved === undefined ? undefined : findAttachment(resolved, archive)
  return found && { ...found, url: before + mediaPath(found.name) }
}

type File = { path: string; lang: string }

/** What it takes to render the body of a content file: the images that the file names, and its language. */
export function imagesOf(file: File, archive: Archive = theArchive()): RenderContext {
  const resolve = (src: string) => resolveMediaSrc(file.path, src)
  const site = readSite(archive)
  return {
    imageSize: (src) => {
      const resolved = resolve(src)
      return resolved === undefined ? undefined : findMedia(resolved, archive)
    },
    mediaUrl: (src) => mediaPath(resolve(src) ?? src),
    attachment: (src) => attachmentAt(resolve(src), '', archive),
    lang: file.lang,
    typeset: typesetIn(site, file.lang),
    paper: site,
  }
}

/** The same for our own pages, which offer each image in several sizes. `before` is a prefix for their addresses. */
export function picturesOf(
  file: File,
  before = '',
  archive: Archive = theArchive(),
): RenderContext {
  return {
    ...imagesOf(file, archive),
    attachment: (src) => attachmentAt(resolveMediaSrc(file.path, src), before, archive),
    imageSet: (src) => {
      const resolved = resolveMediaSrc(file.path, src)
      const media = resolved === undefined ? undefined : findMedia(resolved, archive)
      return media && imageSet(media, before)
    },
  }
}
