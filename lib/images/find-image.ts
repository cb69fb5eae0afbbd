import { type Archive, theArchive } from '@/lib/archive/open'
import { findAttachment } from '@/lib/archive/read/files/attachments'
import { findMedia, type Media } from '@/lib/archive/read/files/media'
import { isImageShown } from '@/lib/archive/read/files/shown-images'
import { IMAGE_KINDS, kindOfType } from '@/lib/article/image-kind'
import { type AskedImage, imageVersion, isOffered, readImageAddress } from '@/lib/article/image-set'
import { mediaVariantPath } from '@/lib/site/routes'
import type { Variants } from './store-variants'

export type FoundImage =
  | {
      state: 'found'
      path: string
      type: string
      /** The address contains the content's hash. */
      isVersion: boolean
      /** The image belongs to an article, and is visible only while the article is. */
      isArticles: boolean
      /** For a file that isn't a picture: its name if browsers should save it. */
      file?: { savedAs?: string }
    }
  | { state: 'moved'; location: string }
  /** It isn't drawn yet, or the file is changing: try again shortly. */
  | { state: 'busy' }

type Desk = {
  variants: Variants
  /** Whether the client may see this image, by its path below the content folder. */
  maySee: (name: string) => boolean
  archive?: Archive
}

/** For public requests: only images that readers may see. */
export const seenByReaders =
  (now: () => Date, archive: () => Archive = theArchive) =>
  (name: string) =>
    isImageShown(name, now(), archive())

/** The image at an address below /media; undefined for an address that isn't offered. */
export async function findImage(
  asked: string,
  { variants, maySee, archive = theArchive() }: Desk,
): Promise<FoundImage | undefined> {
  const { media, variant } = lookUp(asked, archive)
  if (media === undefined) return findFile(asked, { maySee, archive })
  if (!maySee(media.name)) return undefined
  const kind = variant?.kind ?? kindOfType(media.type)
  if (kind === undefined || (variant && !isOffered(media, variant))) return undefined
  if (variant && variant.version !== imageVersion(media)) return moved(media, variant)
  const { path, hash, isStill } = media
  const pixels = media.width * media.height
  const order = { path, hash, kind, isStill, pixels, ...(variant && { width: variant.width }) }
  const drawn = await variants.find(order)
  if (drawn.state !== 'drawn') return { state: 'busy' }
  return {
    state: 'found',
    path: drawn.path,
    type: IMAGE_KINDS[kind].type,
    isVersion: variant !== undefined,
    isArticles: media.name.startsWith('articles/'),
  }
}

/** Any other file that readers may save. */
function findFile(
  asked: string,
  { maySee, archive }: Required<Pick<Desk, 'maySee' | 'archive'>>,
): FoundImage | undefined {
  const found = findAttachment(asked, archive)
  if (found === undefined || !maySee(found.name)) return undefined
  const { path, name, type, isShown } = found
  const isArticles = name.startsWith('articles/')
  const file = isShown ? {} : { savedAs: name.slice(name.lastIndexOf('/') + 1) }
  return { state: 'found', path, type, isVersion: false, isArticles, file }
}

/** A file's own name may look like a variant's address. */
function lookUp(asked: string, archive: Archive): { media?: Media } & Pick<AskedImage, 'variant'> {
  const whole = findMedia(asked, archive)
  if (whole) return { media: whole }
  const { name, variant } = readImageAddress(asked)
  const media = variant && findMedia(name, archive)
  return media ? { media, variant } : {}
}

/** For a page from before the picture changed: redirects to the current picture at its own address. */
function moved(
  { name, hash }: Media,
  { width, kind }: NonNullable<AskedImage['variant']>,
): FoundImage {
  const ending = kind === 'jpeg' ? 'jpg' : kind
  const version = imageVersion({ hash })
  return { state: 'moved', location: mediaVariantPath(name, { version, width, ending }) }
}
