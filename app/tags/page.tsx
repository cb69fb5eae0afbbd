import { TagIndex } from '@/components/lists/tag-index'
import { PageTitle } from '@/components/site/page-title'
import { readLists } from '@/lib/archive/read/list-counts'
import { readSite } from '@/lib/archive/read/pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { tagsPath } from '@/lib/site/routes'
import { counted, wordsOf } from '@/lib/words/words'

type Props = { searchParams: Promise<{ by?: string | string[] }> }

const orderOf = async ({ searchParams }: Props) =>
  (await searchParams).by === 'use' ? 'use' : 'letter'

export async function generateMetadata(props: Props) {
  const by = await orderOf(props)
  const site = readSite()
  const words = wordsOf(site)
  return pageMetadata({
    site,
    title: by === 'use' ? words.lists.topicsByUse : words.site.topics,
    description: by === 'use' ? words.lists.aboutByUse : words.lists.aboutByLetter,
    // The same tags in another order are no page of their own to search engines.
    path: tagsPath(),
  })
}

export default async function Tags(props: Props) {
  const tags = readLists('tag', now())
  const site = readSite()
  const words = wordsOf(site)
  const note =
    tags.length === 0 ? words.lists.noTopics : counted(words.lists.topics, tags.length, site)
  return (
    <>
      <PageTitle title={words.site.topics} note={note} />
      <TagIndex tags={tags} by={await orderOf(props)} site={site} />
    </>
  )
}
