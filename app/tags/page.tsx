import { PageTitle } from '@/components/page-title'
import { TagIndex } from '@/components/tag-index'
import { readSite } from '@/lib/archive/read/pages'
import { readTags } from '@/lib/archive/read/tag-counts'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { tagsPath } from '@/lib/site/routes'

type Props = { searchParams: Promise<{ by?: string | string[] }> }

const orderOf = async ({ searchParams }: Props) =>
  (await searchParams).by === 'use' ? 'use' : 'letter'

export async function generateMetadata(props: Props) {
  const by = await orderOf(props)
  return pageMetadata({
    site: readSite(),
    title: by === 'use' ? 'Tags by use' : 'Tags',
    description: by === 'use' ? 'Every tag, the most used first.' : 'Every tag, by letter.',
    // The same tags in another order are no page of their own to search engines.
    path: tagsPath(),
  })
}

export default async function Tags(props: Props) {
  const tags = readTags(now())
  return (
    <>
      <PageTitle
        title="Tags"
        note={tags.length === 0 ? 'No story carries a tag yet.' : `${tags.length} in use`}
      />
      <TagIndex tags={tags} by={await orderOf(props)} lang={readSite().lang} />
    </>
  )
}
