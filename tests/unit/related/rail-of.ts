import { findRelated } from '@/lib/related/find-related'
import { archiveOf, archiveOfFolder, type Draft, NOW } from '../../support/archive-of'

/** A real archive of these articles, by slug, with functions that read an article's rail. */
export const railOf = async (drafts: Record<string, Draft>) => withRails(await archiveOf(drafts))

export const railOfFolder = async (contentDir: string) =>
  withRails(await archiveOfFolder(contentDir))

function withRails<Found extends Awaited<ReturnType<typeof archiveOfFolder>>>(found: Found) {
  const article = (slug: string) => found.live(slug).article
  const items = (slug: string, limit?: number, now = NOW) =>
    findRelated(article(slug), now, limit, found.archive)
  return {
    ...found,
    article,
    items,
    rail: (slug: string, limit?: number, now = NOW) =>
      items(slug, limit, now).map((item) => item.slug),
  }
}
