import { FeedList } from '@/components/lists/feed-list'
import { PageTitle } from '@/components/site/page-title'
import { readLists } from '@/lib/archive/read/list-counts'
import { readSite } from '@/lib/archive/read/pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { feedsPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'

export function generateMetadata() {
  const site = readSite()
  const { title, about } = wordsOf(site).feeds
  return pageMetadata({ site, title, description: about, path: feedsPath() })
}

export default function Feeds() {
  const at = now()
  const site = readSite()
  const words = wordsOf(site)
  return (
    <>
      <PageTitle title={words.feeds.title} note={words.feeds.note} />
      <FeedList
        site={site}
        lists={[
          { kind: 'section', heading: words.site.sections, followed: readLists('section', at) },
          { kind: 'source', heading: words.feeds.sources, followed: readLists('source', at) },
        ]}
      />
    </>
  )
}
