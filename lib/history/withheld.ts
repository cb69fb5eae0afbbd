import type { Site } from '@/lib/site/site'

/** Whether a commit is one that site.yaml withholds; an entry there may be the start of a commit's name. */
export function isWithheldBy(site: Pick<Site, 'history'>): (commit: string) => boolean {
  const withheld = site.history?.withhold ?? []
  return (commit) => withheld.some((start) => commit.startsWith(start))
}
