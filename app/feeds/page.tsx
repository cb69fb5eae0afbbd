import { FeedList } from '@/components/feed-list'
import { PageTitle } from '@/components/page-title'
import { readListNames } from '@/lib/archive/read/list-names'
import { readSite } from '@/lib/archive/read/pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { feedsPath } from '@/lib/site/routes'

export const generateMetadata = () =>
  pageMetadata({
    site: readSite(),
    title: 'Feeds',
    description: 'Follow the whole site, a section, a source or a tag in a feed reader.',
    path: feedsPath(),
  })

export default function Feeds() {
  const at = now()
  return (
    <>
      <PageTitle title="Feeds" note="Follow what interests you in a feed reader." />
      <FeedList
        siteName={readSite().name}
        lists={[
          { kind: 'section', heading: 'Sections', followed: readListNames('section', at) },
          { kind: 'source', heading: 'Sources', followed: readListNames('source', at) },
        ]}
      />
    </>
  )
}
