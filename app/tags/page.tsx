import { PageTitle } from '@/components/page-title'
import { TagIndex } from '@/components/tag-index'
import { readSite } from '@/lib/archive/pages'
import { readTags } from '@/lib/archive/tag-counts'
import { now } from '@/lib/clock'
import { tagsPath } from '@/lib/routes'
import { pageMetadata } from '@/lib/share/page-metadata'

export const generateMetadata = () =>
  pageMetadata({
    site: readSite(),
    title: 'Tags',
    description: 'Every tag, by letter.',
    path: tagsPath(),
  })

export default function Tags() {
  const tags = readTags(now())
  return (
    <>
      <PageTitle
        title="Tags"
        note={tags.length === 0 ? 'No story carries a tag yet.' : `${tags.length} in use`}
      />
      <TagIndex tags={tags} lang={readSite().lang} />
    </>
  )
}
