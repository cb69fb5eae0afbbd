import { type ImageSet, imageSet } from '@/lib/article/image-set'
import { isPersonal, type Kind, kindOf } from '@/lib/article/kind'
import type { Profile } from '@/lib/article/profile'
import { slugify } from '@/lib/article/slug'
import type { Site } from '@/lib/site/site'
import { type Archive, theArchive } from '../open'
import { readProfiles } from '../settings'
import { findMedia } from './files/media'

/** A profile from a YAML file with its picture; `image` is undefined when the picture's file is missing. */
export type FoundProfile = { profile: Profile; image: ImageSet | undefined }

/** The profile of this name in authors.yaml or sources.yaml. When either file changes, every page is rendered again. */
export function findProfile(
  kind: 'author' | 'source',
  name: string,
  archive: Archive = theArchive(),
): FoundProfile | undefined {
  const slug = slugify(name)
  const profile = readProfiles(archive.rows, kind).find((each) => each.slug === slug)
  if (profile === undefined) return undefined
  const media = profile.picture === undefined ? undefined : findMedia(profile.picture, archive)
  return { profile, image: media && imageSet(media) }
}

/** Those of these authors who have a profile. */
export const findAuthors = (
  { authors }: { authors: readonly string[] },
  archive: Archive = theArchive(),
): FoundProfile[] => authors.flatMap((name) => findProfile('author', name, archive) ?? [])

type Signed = { authors: readonly string[]; kind?: Kind; section?: string }

/** The pictures of the authors of opinion pieces among these stories, by the slugs of their names. */
export function findPortraits(
  stories: readonly Signed[],
  site: Site,
  archive: Archive = theArchive(),
): Map<string, { set: ImageSet }> {
  const signed = stories.filter((story) => isPersonal(kindOf(story, site)))
  const found = signed.flatMap((story) => findAuthors(story, archive))
  return new Map(
    found.flatMap(({ profile, image }) => (image ? [[profile.slug, { set: image }]] : [])),
  )
}
