import type { Site } from '@/lib/site/site'

/** The commits that site.yaml withholds; an entry may be the beginning of a commit's name. */
export function isWithheldBy(site: Pick<Site, 'history'>): (commit: string) => boolean {
  const withheld = site.history?.withhold ?? []
  return (commit) => withheld.some((start) => commit.startsWith(start))
}
