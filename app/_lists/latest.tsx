import { LatestStories } from '@/components/lists/latest-stories'
import { findPictures } from '@/lib/archive/read/files/pictures'
import { readNewest } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { readTranslations } from '@/lib/archive/read/translations'
import { now } from '@/lib/site/clock'

/** An even number fills the two columns. */
const LATEST = 6

/** Where there is nothing to show, the newest stories lead on. */
export function Latest() {
  const stories = readNewest({ limit: LATEST }, now())
  return (
    <LatestStories
      stories={stories}
      site={readSite()}
      images={findPictures(stories)}
      translations={readTranslations(stories, now())}
    />
  )
}
