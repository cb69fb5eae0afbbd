import type { Profile } from '@/lib/article/profile'
import { slugify } from '@/lib/article/slug'
import { type Archive, theArchive } from '../open'
import { readProfiles } from '../settings'

/** What authors.yaml or sources.yaml says of the one who goes by this name. Every page is made again when it changes. */
export function findProfile(
  kind: 'author' | 'source',
  name: string,
  archive: Archive = theArchive(),
): Profile | undefined {
  const slug = slugify(name)
  return readProfiles(archive.rows, kind).find((profile) => profile.slug === slug)
}
